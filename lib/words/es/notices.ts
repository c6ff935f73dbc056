import type { NoticeWords } from "@/lib/words/en/notices";
import { inFigures } from "@/lib/words/in-figures";
import { plural } from "@/lib/words/plural";

export const notices: NoticeWords = {
  said: {
    ACCEPTED: (name) => `${name} ha aceptado`,
    TENTATIVE: (name) => `${name} ha respondido «Quizás»`,
    DECLINED: (name) => `${name} ha rechazado la invitación`,
    NONE: (name) => `${name} propone otra cosa`,
  },
  saidOfOtherTime: {
    ACCEPTED: (name) => `${name} ha aceptado, para otro horario`,
    TENTATIVE: (name) => `${name} ha respondido «Quizás», para otro horario`,
    DECLINED: (name) => `${name} ha rechazado la invitación, para otro horario`,
    NONE: (name) => `${name} propone otra cosa, para otro horario`,
  },
  peopleAnswered: (count) => plural("es", count, { other: `${inFigures("es", count)} personas han respondido` }),
  answeredYou: (count) =>
    plural("es", count, {
      one: "Hay una respuesta a su invitación.",
      other: `${inFigures("es", count)} personas han respondido a su invitación.`,
    }),
  answered: "Respuestas",
  before: "Respuesta anterior",
  note: "Nota",
  proposal: "Propuesta",
  summary: "Respuestas hasta ahora",
  counts: ({ accepted, tentative, declined, open }) =>
    `sí: ${inFigures("es", accepted)}, quizás: ${inFigures("es", tentative)}, no: ${inFigures("es", declined)}, sin respuesta: ${inFigures("es", open)}`,
  howOften: "La frecuencia de estos correos se ajusta en su cuenta.",

  oneNotInvited: (name) => `${name} no ha recibido la invitación`,
  manyNotInvited: (count) =>
    plural("es", count, { other: `${inFigures("es", count)} personas no han recibido la invitación` }),
  oneNotTold: (name) => `Un correo a ${name} no se ha podido entregar`,
  manyNotTold: (count) =>
    plural("es", count, { other: `Los correos a ${inFigures("es", count)} personas no se han podido entregar` }),
  notSent: "El servidor de correo no ha aceptado estos correos, o han sido devueltos.",
  nothingElse:
    "No se ha perdido nada más: la reunión sigue como usted la programó y todos los demás correos salen con normalidad. En la página de la reunión puede corregir una dirección y volver a enviar.",
  failed: "Correos no enviados",
  refused: {
    INVITATION: "Invitación, correo no enviado",
    UPDATE: "Modificación, correo no enviado",
    CANCELLATION: "Cancelación, correo no enviado",
  },
  bounced: {
    INVITATION: "Invitación, correo devuelto",
    UPDATE: "Modificación, correo devuelto",
    CANCELLATION: "Cancelación, correo devuelto",
  },
  serverSays: "El servidor de correo dice",
  reason: "Motivo",
  open: "Abrir la página de la reunión",
  more: (count) => `y ${inFigures("es", count)} más`,
};
