import type { NoticeWords } from "@/lib/words/en/notices";
import { inFigures } from "@/lib/words/in-figures";
import { plural } from "@/lib/words/plural";

export const notices: NoticeWords = {
  said: {
    ACCEPTED: (name) => `${name} hat zugesagt`,
    TENTATIVE: (name) => `${name} hat mit „Vielleicht“ geantwortet`,
    DECLINED: (name) => `${name} hat abgelehnt`,
    NONE: (name) => `${name} schlägt etwas anderes vor`,
  },
  saidOfOtherTime: {
    ACCEPTED: (name) => `${name} hat zugesagt, für einen anderen Termin`,
    TENTATIVE: (name) => `${name} hat mit „Vielleicht“ geantwortet, für einen anderen Termin`,
    DECLINED: (name) => `${name} hat abgelehnt, für einen anderen Termin`,
    NONE: (name) => `${name} schlägt etwas anderes vor, für einen anderen Termin`,
  },
  peopleAnswered: (count) => plural("de", count, { other: `${inFigures("de", count)} Personen haben geantwortet` }),
  answeredYou: (count) =>
    plural("de", count, {
      one: "Es gibt eine Antwort auf Ihre Einladung.",
      other: `${inFigures("de", count)} Personen haben auf Ihre Einladung geantwortet.`,
    }),
  answered: "Antworten",
  before: "Vorige Antwort",
  note: "Notiz",
  proposal: "Vorschlag",
  summary: "Bisherige Antworten",
  counts: ({ accepted, tentative, declined, open }) =>
    `zugesagt: ${inFigures("de", accepted)}, vielleicht: ${inFigures("de", tentative)}, abgelehnt: ${inFigures("de", declined)}, noch offen: ${inFigures("de", open)}`,
  howOften: "Wie oft Sie diese E-Mails bekommen, bestimmen Sie in Ihrem Konto.",

  oneNotInvited: (name) => `${name} wurde nicht eingeladen`,
  manyNotInvited: (count) =>
    plural("de", count, { other: `${inFigures("de", count)} Personen wurden nicht eingeladen` }),
  oneNotTold: (name) => `Eine E-Mail an ${name} konnte nicht zugestellt werden`,
  manyNotTold: (count) =>
    plural("de", count, { other: `E-Mails an ${inFigures("de", count)} Personen konnten nicht zugestellt werden` }),
  notSent: "Der Mailserver hat diese E-Mails nicht angenommen, oder sie sind zurückgekommen.",
  nothingElse:
    "Sonst ist nichts verloren: Die Besprechung steht, wie Sie sie geplant haben, und alle anderen E-Mails gehen wie gewohnt hinaus. Auf der Seite der Besprechung können Sie eine Adresse berichtigen und erneut senden.",
  failed: "Nicht gesendet",
  refused: {
    INVITATION: "Einladung, nicht gesendet",
    UPDATE: "Änderung, nicht gesendet",
    CANCELLATION: "Absage, nicht gesendet",
  },
  bounced: {
    INVITATION: "Einladung, zurückgekommen",
    UPDATE: "Änderung, zurückgekommen",
    CANCELLATION: "Absage, zurückgekommen",
  },
  serverSays: "Der Mailserver sagt",
  reason: "Grund",
  open: "Seite der Besprechung öffnen",
  more: (count) => `und ${inFigures("de", count)} weitere`,
};
