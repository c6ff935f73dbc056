import type { AnswerWords } from "@/lib/words/en/answers";

export const answers: AnswerWords = {
  pageTitle: (meeting) => `Su respuesta: ${meeting}`,
  invites: (organiser) => `${organiser} le invita a esta reunión.`,
  answeringAs: (name, email) => `Responde como ${name ? `${name} (${email})` : email}.`,
  when: "Cuándo",
  organiser: "Organización",
  yourZone: "en su zona horaria",
  meetingZone: "en la zona horaria de la reunión",
  deviceZone: "en este dispositivo",
  bothZones: "en su zona horaria, que es también la de la reunión",

  outdatedTime: (time) => `La fecha o la hora ha cambiado: su invitación aún indica ${time}.`,
  answeredOther: {
    ACCEPTED: (time) => `Para ${time} usted respondió «Aceptar».`,
    TENTATIVE: (time) => `Para ${time} usted respondió «Quizás».`,
    DECLINED: (time) => `Para ${time} usted respondió «Rechazar».`,
  },
  answerAnew: "Responda para la fecha y la hora previstas ahora.",

  question: "¿Asistirá?",
  change: "Cambiar su respuesta",
  accept: "Aceptar",
  tentative: "Quizás",
  decline: "Rechazar",
  note: "Mensaje (opcional)",
  noteHint: (organiser, most) => `${organiser} lo leerá. Hasta ${most} caracteres.`,
  send: "Enviar la respuesta",
  sendAccept: "Enviar: acepto",
  sendTentative: "Enviar: quizás",
  sendDecline: "Enviar: rechazo",
  sending: "Enviando",

  yourAnswer: "Su respuesta",
  ACCEPTED: "Aceptada",
  TENTATIVE: "Quizás",
  DECLINED: "Rechazada",
  yourNote: "Su mensaje",
  thanks: "Gracias, su respuesta está guardada.",
  thanksMore: (organiser) =>
    `${organiser} puede verla. Su propio calendario no cambia. Puede responder de nuevo hasta que termine la reunión.`,
  linkIsInMail: "Para participar, use el enlace de su invitación.",

  notSent: "Su respuesta aún no se ha enviado",
  oneMore: "Confirme con el botón «Enviar».",
  choose: "Elija una de las respuestas.",
  noteTooLong: (most) => `El mensaje es demasiado largo: hasta ${most} caracteres.`,
  moved:
    "La fecha o la hora de la reunión ha cambiado desde que abrió esta página. Mire cuándo tiene lugar ahora y responda una vez más.",
  tooMany: "Ha cambiado su respuesta muchas veces. Inténtelo de nuevo dentro de una hora.",

  cancelledTitle: "Esta reunión se ha cancelado",
  cancelled: "Ya no hay nada que responder. Su calendario puede quitar la entrada.",
  removedTitle: "Ya no está en la lista de invitados de esta reunión",
  removed: "La persona que organiza la reunión ha quitado su nombre de la lista. Si le sorprende, pregúntele.",
  overTitle: "Esta reunión ha terminado",
  over: "Ya no es posible responder.",
  ownTitle: "Esta es su propia reunión",
  own: "No hace falta que responda. Las respuestas de los demás están en la página de la reunión.",
  unknownTitle: "Este enlace no funciona",
  unknown:
    "Quizás la dirección esté incompleta. Abra de nuevo el enlace de su invitación o cópielo entero. Si no sirve, responda en su calendario o escriba a la persona que organiza la reunión.",

  language: "Idioma",
  timeZone: "Zona horaria",
  otherZone: "Cambiar la zona horaria",
  preferencesHint: "Para esta página y para los próximos correos sobre esta reunión.",
  save: "Guardar",
  saving: "Guardando",
};
