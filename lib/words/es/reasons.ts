import type { ReasonWords } from "@/lib/words/en/reasons";

export const reasons: ReasonWords = {
  why: {
    "mail-server-refused-recipient": "El servidor de correo rechazó esta dirección",
    "mail-server-refused-message": "El servidor de correo rechazó este correo",
    "mail-server-refused": "El servidor de correo no acepta correos de Latchkey",
    "mail-server-deferred": "El servidor de correo aún no ha aceptado el correo",
    "sign-in-refused": "El servidor de correo no aceptó el nombre de usuario y la contraseña",
    bounced: "El correo volvió sin explicación",
    "no-connection": "Falló la conexión con el servidor de correo",
    "timed-out": "El servidor de correo no respondió a tiempo",
    "name-not-found": "No se encontró el nombre del servidor de correo",
    "no-secure-connection": "No se pudo establecer una conexión segura con el servidor de correo",
    "certificate-self-signed": "El certificado del servidor de correo no es de confianza: está autofirmado",
    "certificate-unknown-issuer":
      "El certificado del servidor de correo no es de confianza: esta máquina no conoce al emisor",
    "certificate-expired": "El certificado del servidor de correo no es de confianza: ha caducado",
    "certificate-not-yet-valid": "El certificado del servidor de correo no es de confianza: todavía no es válido",
    "certificate-revoked": "El certificado del servidor de correo no es de confianza: fue revocado",
    "certificate-other-name": "El certificado del servidor de correo no es de confianza: es para otro nombre",
    "no-mail-server-yet": "Aún no hay ningún servidor de correo configurado; un administrador puede hacerlo",
    "password-unreadable":
      "La contraseña guardada del servidor de correo no se puede abrir con este APP_SECRET; un administrador debe introducirla de nuevo",
    "signing-key-unreadable":
      "La clave de firma guardada no se puede abrir con este APP_SECRET; un administrador debe introducirla de nuevo",
    "meeting-over": "La reunión terminó antes de que se pudiera enviar este correo",
    "meeting-over-before-next-attempt": "La reunión habría terminado antes del próximo intento",
    "out-of-time": "El correo no se pudo enviar en dos días",
    "compose-failed": "Latchkey no pudo redactar este correo; su registro indica el motivo",
    "gate-refused": "Latchkey retuvo este correo: un calendario no aceptaría su entrada",
    "unexpected-error": "Un error inesperado detuvo este correo; el registro de Latchkey dice más",
  },
  lastAttempt: (why: string) => `Último intento: ${why}`,
};
