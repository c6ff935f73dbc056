import type { MailWords } from "@/lib/words/en/mails";

export const mails: MailWords = {
  colon: ":",
  quoted: (text) => `«${text}»`,
  someone: "La persona que organiza",
  via: (organiser, app) => `${organiser} a través de ${app}`,

  subject: {
    invitation: "Invitación",
    own: "Su reunión",
    update: "Modificación",
    again: "Reenvío",
    cancelled: "Cancelación",
    removed: "Invitación retirada",
    reminder: "Recordatorio",
  },

  intro: {
    invited: (organiser) => `${organiser} le invita a una reunión.`,
    scheduled: "Usted ha programado esta reunión y la modera.",
    changed: (organiser) => `${organiser} ha modificado esta reunión.`,
    youChanged: "Usted ha modificado esta reunión.",
    again: (organiser) => `${organiser} le envía de nuevo esta invitación. No ha cambiado nada.`,
    yoursAgain: "Aquí tiene de nuevo su reunión. No ha cambiado nada.",
    cancelled: (organiser) => `${organiser} ha cancelado esta reunión.`,
    youCancelled: "Usted ha cancelado esta reunión.",
    removed: "Usted ya no figura entre las personas invitadas a esta reunión.",
    starts: (soon) => `Esta reunión empieza ${soon}.`,
    startsNow: "Esta reunión empieza ahora.",
    started: "Esta reunión ya ha empezado.",
    moderator: "Usted tiene permisos de moderación.",
  },

  changes: {
    label: "Qué ha cambiado",
    title: (before) => `Antes el título era «${before}».`,
    time: (before, now) => `El horario ha cambiado: antes ${before}; ahora ${now}.`,
    zone: (before, now) => `La zona horaria de la reunión ha cambiado: antes ${before}; ahora ${now}.`,
    description: "La descripción ha cambiado.",
    noDescription: "La descripción se ha eliminado.",
    domain: (before, now) => `La reunión se celebra en ${now} y ya no en ${before}.`,
    room: "La reunión se celebra en otra sala.",
    moderator: "Ahora usted tiene permisos de moderación.",
    notModerator: "Usted ya no tiene permisos de moderación.",
    name: (name) => `En la reunión su nombre es ahora «${name}».`,
    link: "Su enlace personal es nuevo: el de los correos anteriores ya no sirve.",
  },

  moved: (before) => `La fecha o la hora ha cambiado: puede que su calendario aún muestre ${before}.`,
  when: "Cuándo",
  organiser: "Organiza",
  start: "Iniciar la reunión",
  join: "Unirse a la reunión",
  yourLink: "Este enlace es solo suyo y le permite entrar con su nombre. Por favor, no lo reenvíe.",
  organisersLink:
    "Este enlace es solo suyo y le da la moderación. Por favor, no lo reenvíe: cada persona invitada tiene su propio enlace.",
  linkWorks: ({ from, until, sameDay, zone }) =>
    `El enlace funciona desde el ${from} hasta ${sameDay ? (until.startsWith("01:") ? "la" : "las") : "el"} ${until} (${zone}).`,

  answer: {
    question: "¿Participará?",
    again: "¿Participará en el nuevo horario?",
    here: "Por favor, responda aquí.",
    accepted: "Ha aceptado la invitación.",
    tentative: "Ha respondido «Quizás».",
    declined: "Ha rechazado la invitación.",
    change: "Puede cambiar su respuesta aquí.",
    accept: "Aceptar",
    maybe: "Quizás",
    decline: "Rechazar",
    inCalendar: "Puede aceptar o rechazar la invitación en su calendario.",
    organisers: "La entrada de calendario de este correo ya está marcada como aceptada.",
  },

  cancelledAdvice: "Ya no necesita su enlace personal. Su calendario puede eliminar la entrada.",
  removedAdvice: "Por favor, no utilice más su enlace personal. Su calendario puede eliminar la entrada.",
};
