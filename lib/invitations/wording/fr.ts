import type { Wording } from "@/lib/invitations/wording/en";

/** U+202F, the narrow no-break space, stands before : ; ! ? and inside « ». */
export const fr: Wording = {
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

  when: "Quand",
  organiser: "Organisée par",
  start: "Démarrer la réunion",
  join: "Rejoindre la réunion",
  personalLink: "Votre lien personnel",
  yourLink: "Ce lien n’appartient qu’à vous et vous fait entrer sous votre nom. Merci de ne pas le transférer.",
  organisersLink:
    "Ce lien n’appartient qu’à vous et vous donne la modération. Merci de ne pas le transférer\u202f: chaque personne invitée a son propre lien.",
  linkWorks: ({ from, until, sameDay, zone }) =>
    `Le lien fonctionne à partir du ${from} et jusqu’${sameDay ? "à" : "au"} ${until} (${zone}).`,

  answer: {
    question: "Participerez-vous\u202f?",
    again: "Participerez-vous à ce nouvel horaire\u202f?",
    here: "Répondez ici ou dans votre agenda.",
    accepted: "Vous avez accepté.",
    tentative: "Vous avez répondu «\u202fPeut-être\u202f».",
    declined: "Vous avez refusé.",
    change: "Vous pouvez modifier votre réponse ici ou dans votre agenda.",
    accept: "Accepter",
    maybe: "Peut-être",
    decline: "Refuser",
    inCalendar: "Vous pouvez accepter ou refuser dans votre agenda.",
    organisers: "L’entrée d’agenda jointe à cet e-mail est déjà marquée comme acceptée.",
  },

  cancelledAdvice: "Vous n’avez plus besoin de votre lien personnel. Votre agenda peut supprimer l’entrée.",
  removedAdvice: "Merci de ne plus utiliser votre lien personnel. Votre agenda peut supprimer l’entrée.",
  location: (host) => `Visioconférence sur ${host}. Votre lien personnel se trouve dans la description.`,
  conference: "Visioconférence",

  notice: {
    accepted: (name) => `${name} a accepté`,
    tentative: (name) => `${name} a répondu «\u202fPeut-être\u202f»`,
    declined: (name) => `${name} a refusé`,
    proposed: (name) => `${name} propose autre chose`,
    answers: (count) => `${count} réponses`,
    oneAnswered: "Il y a une réponse à votre invitation.",
    manyAnswered: (count) => `${count} personnes ont répondu à votre invitation.`,
    answered: "Réponses",
    note: "Message",
    proposal: "Proposition",
    summary: "Réponses reçues jusqu’ici",
    counts: ({ accepted, tentative, declined, open }) =>
      `oui\u202f: ${accepted}, peut-être\u202f: ${tentative}, non\u202f: ${declined}, sans réponse\u202f: ${open}`,
    howOften: "La fréquence de ces e-mails se règle dans votre compte.",

    oneNotInvited: (name) => `${name} n’a pas reçu d’invitation`,
    manyNotInvited: (count) => `${count} personnes n’ont pas reçu d’invitation`,
    oneNotTold: (name) => `Un e-mail à ${name} n’a pas pu être remis`,
    manyNotTold: (count) => `Les e-mails à ${count} personnes n’ont pas pu être remis`,
    notSent: "Le serveur de messagerie n’a pas accepté ces e-mails, ou ils sont revenus.",
    nothingElse:
      "Rien d’autre n’est perdu\u202f: la réunion a lieu comme vous l’avez planifiée et tous les autres e-mails partent normalement. Sur la page de la réunion, vous pouvez corriger une adresse et renvoyer l’e-mail.",
    failed: "E-mails non envoyés",
    mails: { INVITATION: "Invitation", UPDATE: "Modification", CANCELLATION: "Annulation", REMINDER: "Rappel" },
    refused: (mail) => `${mail}, e-mail non envoyé`,
    bounced: (mail) => `${mail}, e-mail revenu`,
    serverSays: "Le serveur de messagerie répond",
    reason: "Raison",
    open: "Ouvrir la page de la réunion",
    more: (count) => `et ${count} de plus`,
  },
};
