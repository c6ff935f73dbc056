import type { AnswerWords } from "@/lib/words/en/answers";

export const answers: AnswerWords = {
  pageTitle: (meeting) => `Ihre Antwort: ${meeting}`,
  invites: (organiser) => `${organiser} lädt Sie zu dieser Besprechung ein.`,
  answeringAs: (name, email) => `Sie antworten als ${name ? `${name} (${email})` : email}.`,
  when: "Wann",
  organiser: "Organisation",
  yourZone: "in Ihrer Zeitzone",
  meetingZone: "in der Zeitzone der Besprechung",
  deviceZone: "auf diesem Gerät",
  bothZones: "in Ihrer Zeitzone, die auch die der Besprechung ist",

  outdatedTime: (time) => `Der Termin hat sich geändert: In Ihrer Einladung steht noch ${time}.`,
  answeredOther: {
    ACCEPTED: (time) => `Sie haben für ${time} zugesagt.`,
    TENTATIVE: (time) => `Sie haben für ${time} mit „Vielleicht“ geantwortet.`,
    DECLINED: (time) => `Sie haben für ${time} abgesagt.`,
  },
  answerAnew: "Bitte antworten Sie für den Termin, der jetzt gilt.",

  question: "Nehmen Sie teil?",
  change: "Antwort ändern",
  accept: "Zusagen",
  tentative: "Vielleicht",
  decline: "Absagen",
  note: "Nachricht (optional)",
  noteHint: (organiser, most) => `${organiser} liest sie. Bis zu ${most} Zeichen.`,
  send: "Antwort senden",
  sendAccept: "Senden: Ich sage zu",
  sendTentative: "Senden: vielleicht",
  sendDecline: "Senden: Ich sage ab",
  sending: "Wird gesendet",

  yourAnswer: "Ihre Antwort",
  ACCEPTED: "Zugesagt",
  TENTATIVE: "Vielleicht",
  DECLINED: "Abgesagt",
  yourNote: "Ihre Nachricht",
  thanks: "Danke, Ihre Antwort ist gespeichert.",
  thanksMore: (organiser) =>
    `${organiser} kann sie sehen. Ihr eigener Kalender wird dadurch nicht geändert. Bis zum Ende der Besprechung können Sie erneut antworten.`,
  linkIsInMail: "Zur Teilnahme nutzen Sie bitte den Link in Ihrer Einladung.",

  notSent: "Ihre Antwort ist noch nicht gesendet",
  oneMore: "Bitte bestätigen Sie mit „Senden“.",
  choose: "Wählen Sie eine der Antworten.",
  noteTooLong: (most) => `Die Nachricht ist zu lang: höchstens ${most} Zeichen.`,
  moved:
    "Die Besprechung wurde verschoben, seit Sie diese Seite geöffnet haben. Sehen Sie nach, wann sie jetzt stattfindet, und antworten Sie noch einmal.",
  tooMany: "Sie haben Ihre Antwort sehr oft geändert. Bitte versuchen Sie es in einer Stunde noch einmal.",

  cancelledTitle: "Diese Besprechung ist abgesagt",
  cancelled: "Es gibt nichts mehr zu beantworten. Ihr Kalender kann den Eintrag entfernen.",
  removedTitle: "Sie sind zu dieser Besprechung nicht mehr eingeladen",
  removed:
    "Sie stehen nicht mehr auf der Liste der Eingeladenen. Wenn Sie das überrascht, fragen Sie die Person, die Sie eingeladen hat.",
  overTitle: "Diese Besprechung ist vorbei",
  over: "Sie kann nicht mehr beantwortet werden.",
  ownTitle: "Dies ist Ihre eigene Besprechung",
  own: "Sie brauchen nicht zu antworten. Was die anderen geantwortet haben, steht auf der Seite der Besprechung.",
  unknownTitle: "Dieser Link funktioniert nicht",
  unknown:
    "Vielleicht ist die Adresse unvollständig. Öffnen Sie den Link in Ihrer Einladung noch einmal, oder kopieren Sie ihn ganz. Hilft das nicht, antworten Sie in Ihrem Kalender, oder schreiben Sie der Person, die Sie eingeladen hat.",

  language: "Sprache",
  timeZone: "Zeitzone",
  otherZone: "Zeitzone ändern",
  preferencesHint: "Für diese Seite und für künftige E-Mails zu dieser Besprechung.",
  save: "Speichern",
  saving: "Wird gespeichert",
};
