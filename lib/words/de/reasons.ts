import type { ReasonWords } from "@/lib/words/en/reasons";

export const reasons: ReasonWords = {
  why: {
    "mail-server-refused-recipient": "Der Mailserver hat diese Adresse abgelehnt",
    "mail-server-refused-message": "Der Mailserver hat diese E-Mail abgelehnt",
    "mail-server-refused": "Der Mailserver nimmt von Latchkey keine E-Mails an",
    "mail-server-deferred": "Der Mailserver hat die E-Mail noch nicht angenommen",
    "sign-in-refused": "Der Mailserver hat Benutzername und Passwort nicht angenommen",
    bounced: "Die E-Mail kam ohne Begründung zurück",
    "no-connection": "Die Verbindung zum Mailserver ist fehlgeschlagen",
    "timed-out": "Der Mailserver hat nicht rechtzeitig geantwortet",
    "name-not-found": "Der Name des Mailservers wurde nicht gefunden",
    "no-secure-connection": "Es kam keine sichere Verbindung zum Mailserver zustande",
    "certificate-self-signed": "Dem Zertifikat des Mailservers ist nicht zu trauen: Es ist selbst signiert",
    "certificate-unknown-issuer":
      "Dem Zertifikat des Mailservers ist nicht zu trauen: Dieser Rechner kennt den Aussteller nicht",
    "certificate-expired": "Dem Zertifikat des Mailservers ist nicht zu trauen: Es ist abgelaufen",
    "certificate-not-yet-valid": "Dem Zertifikat des Mailservers ist nicht zu trauen: Es ist noch nicht gültig",
    "certificate-revoked": "Dem Zertifikat des Mailservers ist nicht zu trauen: Es wurde widerrufen",
    "certificate-other-name": "Dem Zertifikat des Mailservers ist nicht zu trauen: Es gilt für einen anderen Namen",
    "no-mail-server-yet": "Es ist noch kein Mailserver eingerichtet; das kann ein Admin tun",
    "password-unreadable":
      "Das gespeicherte Passwort des Mailservers lässt sich mit diesem APP_SECRET nicht öffnen; ein Admin muss es neu eingeben",
    "signing-key-unreadable":
      "Der gespeicherte Schlüssel zum Signieren lässt sich mit diesem APP_SECRET nicht öffnen; ein Admin muss ihn neu eingeben",
    "meeting-over": "Die Besprechung war vorbei, bevor diese E-Mail gesendet werden konnte",
    "meeting-over-before-next-attempt": "Die Besprechung wäre vor dem nächsten Versuch vorbei",
    "out-of-time": "Die E-Mail konnte innerhalb von zwei Tagen nicht gesendet werden",
    "compose-failed": "Latchkey konnte diese E-Mail nicht schreiben; den Grund nennt das Protokoll",
    "gate-refused": "Latchkey hat diese E-Mail zurückgehalten: Ein Kalender würde ihren Eintrag nicht annehmen",
    "unexpected-error":
      "Ein unerwarteter Fehler hat diese E-Mail aufgehalten; mehr dazu steht im Protokoll von Latchkey",
  },
  lastAttempt: (why: string) => `Letzter Versuch: ${why}`,
};
