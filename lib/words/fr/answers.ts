import type { AnswerWords } from "@/lib/words/en/answers";

export const answers: AnswerWords = {
  pageTitle: (meeting) => `Votre réponse\u202f: ${meeting}`,
  invites: (organiser) => `${organiser} vous invite à cette réunion.`,
  answeringAs: (name, email) => `Vous répondez en tant que ${name ? `${name} (${email})` : email}.`,
  when: "Quand",
  organiser: "Organisation",
  yourZone: "dans votre fuseau horaire",
  meetingZone: "dans le fuseau horaire de la réunion",
  deviceZone: "sur cet appareil",
  bothZones: "dans votre fuseau horaire, qui est aussi celui de la réunion",

  outdatedTime: (time) => `La date ou l’heure a changé\u202f: votre invitation indique encore ${time}.`,
  answeredOther: {
    ACCEPTED: (time) => `Pour ${time}, vous aviez accepté.`,
    TENTATIVE: (time) => `Pour ${time}, vous aviez répondu «\u202fPeut-être\u202f».`,
    DECLINED: (time) => `Pour ${time}, vous aviez refusé.`,
  },
  answerAnew: "Veuillez répondre pour la date et l’heure prévues maintenant.",

  question: "Participerez-vous\u202f?",
  change: "Modifier votre réponse",
  accept: "Accepter",
  tentative: "Peut-être",
  decline: "Refuser",
  note: "Message (facultatif)",
  noteHint: (organiser, most) => `${organiser} le lira. ${most} caractères au maximum.`,
  send: "Envoyer la réponse",
  sendAccept: "Envoyer\u202f: j’accepte",
  sendTentative: "Envoyer\u202f: peut-être",
  sendDecline: "Envoyer\u202f: je refuse",
  sending: "Envoi en cours",

  yourAnswer: "Votre réponse",
  ACCEPTED: "Acceptée",
  TENTATIVE: "Peut-être",
  DECLINED: "Refusée",
  yourNote: "Votre message",
  thanks: "Merci, votre réponse est enregistrée.",
  thanksMore: (organiser) =>
    `${organiser} peut la voir. Votre propre agenda n’en est pas modifié. Vous pouvez répondre à nouveau jusqu’à la fin de la réunion.`,
  linkIsInMail: "Pour participer, utilisez le lien de votre invitation.",

  notSent: "Votre réponse n’a pas encore été envoyée",
  oneMore: "Veuillez confirmer avec le bouton «\u202fEnvoyer\u202f».",
  choose: "Choisissez une des réponses.",
  noteTooLong: (most) => `Le message est trop long\u202f: ${most} caractères au maximum.`,
  moved:
    "La réunion a été déplacée depuis que vous avez ouvert cette page. Regardez quand elle a lieu maintenant, puis répondez encore une fois.",
  tooMany: "Vous avez changé de réponse très souvent. Veuillez réessayer dans une heure.",

  cancelledTitle: "Cette réunion est annulée",
  cancelled: "Il n’y a plus rien à répondre. Votre agenda peut supprimer l’entrée.",
  removedTitle: "Vous ne faites plus partie des invités de cette réunion",
  removed: "Votre nom a été retiré de la liste. Si cela vous surprend, demandez à la personne qui organise la réunion.",
  overTitle: "Cette réunion est terminée",
  over: "Il n’est plus possible d’y répondre.",
  ownTitle: "C’est votre propre réunion",
  own: "Vous n’avez pas à y répondre. Les réponses des autres sont indiquées sur la page de la réunion.",
  unknownTitle: "Ce lien ne fonctionne pas",
  unknown:
    "L’adresse est peut-être incomplète. Ouvrez encore une fois le lien de votre invitation, ou copiez-le en entier. Si cela n’aide pas, répondez dans votre agenda ou écrivez à la personne qui organise la réunion.",

  language: "Langue",
  timeZone: "Fuseau horaire",
  otherZone: "Changer de fuseau horaire",
  preferencesHint: "Pour cette page et pour les prochains e-mails au sujet de cette réunion.",
  save: "Enregistrer",
  saving: "Enregistrement",
};
