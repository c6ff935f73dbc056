import type { MailWords } from "@/lib/words/en/mails";

/** U+202F, the narrow no-break space, stands before : ; ! ? and inside « ». */
export const mails: MailWords = {
  colon: "\u202f:",
  quoted: (text) => `«\u202f${text}\u202f»`,
  someone: "La personne qui organise",
  via: (organiser, app) => `${organiser} via ${app}`,

  subject: {
    invitation: "Invitation",
    own: "Votre réunion",
    update: "Modification",
    again: "Nouvel envoi",
    cancelled: "Annulation",
    removed: "Invitation retirée",
    reminder: "Rappel",
  },

  intro: {
    invited: (organiser) => `${organiser} vous invite à une réunion.`,
    scheduled: "Vous avez planifié cette réunion et en assurez la modération.",
    changed: (organiser) => `${organiser} a modifié cette réunion.`,
    youChanged: "Vous avez modifié cette réunion.",
    again: (organiser) => `${organiser} vous renvoie cette invitation. Rien n’a changé.`,
    yoursAgain: "Voici de nouveau votre réunion. Rien n’a changé.",
    cancelled: (organiser) => `${organiser} a annulé cette réunion.`,
    youCancelled: "Vous avez annulé cette réunion.",
    removed: "Vous ne faites plus partie des personnes invitées à cette réunion.",
    starts: (soon) => `Cette réunion commence ${soon}.`,
    startsNow: "Cette réunion commence maintenant.",
    started: "Cette réunion a commencé.",
    moderator: "Vous y disposez des droits de modération.",
  },

  changes: {
    label: "Ce qui a changé",
    title: (before) => `Le titre était auparavant «\u202f${before}\u202f».`,
    time: (before, now) => `L’horaire a changé\u202f: auparavant ${before}, désormais ${now}.`,
    zone: (before, now) => `Le fuseau horaire de la réunion a changé\u202f: auparavant ${before}, désormais ${now}.`,
    description: "La description a été modifiée.",
    noDescription: "La description a été supprimée.",
    domain: (before, now) => `La réunion a lieu sur ${now} et non plus sur ${before}.`,
    room: "La réunion a lieu dans une autre salle.",
    moderator: "Vous disposez désormais des droits de modération.",
    notModerator: "Vous ne disposez plus des droits de modération.",
    name: (name) => `Dans la réunion, votre nom est désormais «\u202f${name}\u202f».`,
    link: "Votre lien personnel est nouveau\u202f: celui des e-mails précédents ne convient plus.",
  },

  moved: (before) => `La date ou l’heure a changé\u202f: votre agenda indique peut-être encore ${before}.`,
  when: "Quand",
  organiser: "Organisée par",
  start: "Démarrer la réunion",
  join: "Rejoindre la réunion",
  yourLink: "Ce lien n’appartient qu’à vous et vous fait entrer sous votre nom. Merci de ne pas le transférer.",
  organisersLink:
    "Ce lien n’appartient qu’à vous et vous donne la modération. Merci de ne pas le transférer\u202f: chaque personne invitée a son propre lien.",
  linkWorks: ({ from, until, sameDay, zone }) =>
    `Le lien fonctionne à partir du ${from} et jusqu’${sameDay ? "à" : "au"} ${until} (${zone}).`,

  answer: {
    question: "Participerez-vous\u202f?",
    again: "Participerez-vous à ce nouvel horaire\u202f?",
    here: "Merci de répondre ici.",
    accepted: "Vous avez accepté.",
    tentative: "Vous avez répondu «\u202fPeut-être\u202f».",
    declined: "Vous avez refusé.",
    change: "Vous pouvez modifier votre réponse ici.",
    accept: "Accepter",
    maybe: "Peut-être",
    decline: "Refuser",
    inCalendar: "Vous pouvez accepter ou refuser dans votre agenda.",
    organisers: "L’entrée d’agenda jointe à cet e-mail est déjà marquée comme acceptée.",
  },

  cancelledAdvice: "Vous n’avez plus besoin de votre lien personnel. Votre agenda peut supprimer l’entrée.",
  removedAdvice: "Merci de ne plus utiliser votre lien personnel. Votre agenda peut supprimer l’entrée.",
};
