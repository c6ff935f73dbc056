import type { NoticeWords } from "@/lib/words/en/notices";
import { inFigures } from "@/lib/words/in-figures";
import { plural } from "@/lib/words/plural";

export const notices: NoticeWords = {
  said: {
    ACCEPTED: (name) => `${name} a accepté`,
    TENTATIVE: (name) => `${name} a répondu «\u202fPeut-être\u202f»`,
    DECLINED: (name) => `${name} a refusé`,
    NONE: (name) => `${name} propose autre chose`,
  },
  saidOfOtherTime: {
    ACCEPTED: (name) => `${name} a accepté, pour un autre horaire`,
    TENTATIVE: (name) => `${name} a répondu «\u202fPeut-être\u202f», pour un autre horaire`,
    DECLINED: (name) => `${name} a refusé, pour un autre horaire`,
    NONE: (name) => `${name} propose autre chose, pour un autre horaire`,
  },
  peopleAnswered: (count) => plural("fr", count, { other: `${inFigures("fr", count)} personnes ont répondu` }),
  answeredYou: (count) =>
    plural("fr", count, {
      one: "Il y a une réponse à votre invitation.",
      other: `${inFigures("fr", count)} personnes ont répondu à votre invitation.`,
    }),
  answered: "Réponses",
  before: "Réponse précédente",
  note: "Message",
  proposal: "Proposition",
  summary: "Réponses reçues jusqu’ici",
  counts: ({ accepted, tentative, declined, open }) =>
    `oui\u202f: ${inFigures("fr", accepted)}, peut-être\u202f: ${inFigures("fr", tentative)}, non\u202f: ${inFigures("fr", declined)}, sans réponse\u202f: ${inFigures("fr", open)}`,
  howOften: "La fréquence de ces e-mails se règle dans votre compte.",

  oneNotInvited: (name) => `${name} n’a pas reçu d’invitation`,
  manyNotInvited: (count) =>
    plural("fr", count, { other: `${inFigures("fr", count)} personnes n’ont pas reçu d’invitation` }),
  oneNotTold: (name) => `Un e-mail à ${name} n’a pas pu être remis`,
  manyNotTold: (count) =>
    plural("fr", count, { other: `Les e-mails à ${inFigures("fr", count)} personnes n’ont pas pu être remis` }),
  notSent: "Le serveur de messagerie n’a pas accepté ces e-mails, ou ils sont revenus.",
  nothingElse:
    "Rien d’autre n’est perdu\u202f: la réunion a lieu comme vous l’avez planifiée et tous les autres e-mails partent normalement. Sur la page de la réunion, vous pouvez corriger une adresse et renvoyer l’e-mail.",
  failed: "E-mails non envoyés",
  refused: {
    INVITATION: "Invitation, e-mail non envoyé",
    UPDATE: "Modification, e-mail non envoyé",
    CANCELLATION: "Annulation, e-mail non envoyé",
  },
  bounced: {
    INVITATION: "Invitation, e-mail revenu",
    UPDATE: "Modification, e-mail revenu",
    CANCELLATION: "Annulation, e-mail revenu",
  },
  serverSays: "Le serveur de messagerie répond",
  reason: "Raison",
  open: "Ouvrir la page de la réunion",
  more: (count) => `et ${inFigures("fr", count)} de plus`,
};
