import type { MailWords } from "@/lib/words/en/mails";

export const mails: MailWords = {
  colon: ":",
  quoted: (text) => `„${text}“`,
  someone: "Die einladende Person",
  via: (organiser, app) => `${organiser} über ${app}`,

  subject: {
    invitation: "Einladung",
    own: "Ihre Besprechung",
    update: "Geändert",
    again: "Erneut gesendet",
    cancelled: "Abgesagt",
    removed: "Nicht mehr eingeladen",
    reminder: "Erinnerung",
  },

  intro: {
    invited: (organiser) => `${organiser} lädt Sie zu einer Besprechung ein.`,
    scheduled: "Sie haben diese Besprechung geplant und moderieren sie.",
    changed: (organiser) => `${organiser} hat diese Besprechung geändert.`,
    youChanged: "Sie haben diese Besprechung geändert.",
    again: (organiser) => `${organiser} sendet Ihnen diese Einladung noch einmal. Es hat sich nichts geändert.`,
    yoursAgain: "Hier ist Ihre Besprechung noch einmal. Es hat sich nichts geändert.",
    cancelled: (organiser) => `${organiser} hat diese Besprechung abgesagt.`,
    youCancelled: "Sie haben diese Besprechung abgesagt.",
    removed: "Sie sind zu dieser Besprechung nicht mehr eingeladen.",
    starts: (soon) => `Diese Besprechung beginnt ${soon}.`,
    startsNow: "Diese Besprechung beginnt jetzt.",
    started: "Diese Besprechung hat begonnen.",
    moderator: "Sie haben darin Moderationsrechte.",
  },

  changes: {
    label: "Was sich geändert hat",
    title: (before) => `Der Titel lautete bisher „${before}“.`,
    time: (before, now) => `Der Termin wurde verschoben: bisher ${before}, jetzt ${now}.`,
    zone: (before, now) => `Die Besprechung richtet sich jetzt nach ${now} statt nach ${before}.`,
    description: "Die Beschreibung wurde geändert.",
    noDescription: "Die Beschreibung wurde entfernt.",
    domain: (before, now) => `Die Besprechung findet auf ${now} statt, nicht mehr auf ${before}.`,
    room: "Die Besprechung findet in einem anderen Raum statt.",
    moderator: "Sie haben jetzt Moderationsrechte.",
    notModerator: "Sie haben keine Moderationsrechte mehr.",
    name: (name) => `In der Besprechung erscheinen Sie jetzt als „${name}“.`,
    link: "Ihr persönlicher Link ist neu: Der aus früheren E-Mails passt nicht mehr.",
  },

  moved: (before) => `Der Termin hat sich geändert: In Ihrem Kalender steht vielleicht noch ${before}.`,
  when: "Wann",
  organiser: "Organisiert von",
  start: "Besprechung starten",
  join: "Zur Besprechung",
  yourLink: "Dieser Link gehört nur Ihnen und lässt Sie unter Ihrem Namen ein. Bitte leiten Sie ihn nicht weiter.",
  organisersLink:
    "Dieser Link gehört nur Ihnen und gibt Ihnen die Moderation. Bitte leiten Sie ihn nicht weiter: Alle Eingeladenen haben einen eigenen Link.",
  linkWorks: ({ from, until, zone }) => `Der Link funktioniert von ${from} bis ${until} (${zone}).`,

  answer: {
    question: "Nehmen Sie teil?",
    again: "Nehmen Sie zum neuen Termin teil?",
    here: "Bitte antworten Sie hier.",
    accepted: "Sie haben zugesagt.",
    tentative: "Sie haben mit „Vielleicht“ geantwortet.",
    declined: "Sie haben abgelehnt.",
    change: "Sie können Ihre Antwort hier ändern.",
    accept: "Zusagen",
    maybe: "Vielleicht",
    decline: "Ablehnen",
    inCalendar: "Sie können in Ihrem Kalender zusagen oder ablehnen.",
    organisers: "Der Kalendereintrag in dieser E-Mail ist schon als zugesagt markiert.",
  },

  cancelledAdvice: "Ihren persönlichen Link brauchen Sie nicht mehr. Ihr Kalender kann den Eintrag entfernen.",
  removedAdvice: "Bitte verwenden Sie Ihren persönlichen Link nicht mehr. Ihr Kalender kann den Eintrag entfernen.",
};
