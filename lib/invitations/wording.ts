import type { Locale } from "@/lib/invitations/when";

type Update = { organiser: string; isOrganiser: boolean; isModerator: boolean; isUpdate: boolean };

/** Every sentence of an invitation. A mail server accepts a mail; nothing here says that one has arrived. */
const en = {
  someone: "The organiser",
  via: (organiser: string, app: string) => `${organiser} via ${app}`,

  subject: ({ isOrganiser, isUpdate }: Update, title: string, date: string) =>
    `${isUpdate ? "Changed" : isOrganiser ? "Your meeting" : "Invitation"}: ${title} (${date})`,
  cancelledSubject: (title: string, date: string) => `Cancelled: ${title} (${date})`,

  intro: ({ organiser, isOrganiser, isModerator, isUpdate }: Update) => {
    if (isOrganiser) return `You ${isUpdate ? "changed" : "scheduled"} this meeting. You are its moderator.`;
    const says = isUpdate ? `${organiser} changed this meeting.` : `${organiser} invites you to a meeting.`;
    return isModerator ? `${says} You are one of its moderators.` : says;
  },
  cancelled: (organiser: string, isOrganiser: boolean) =>
    isOrganiser ? "You cancelled this meeting." : `${organiser} cancelled this meeting.`,
  cancelledAdvice: "Your personal link is no longer needed. Your calendar can remove the entry.",

  when: "When",
  organiser: "Organiser",
  join: (isOrganiser: boolean) => (isOrganiser ? "Start the meeting" : "Join the meeting"),
  personalLink: "Your personal link",
  linkIsYours: (isOrganiser: boolean) =>
    isOrganiser
      ? "This link is yours alone and makes you the moderator. Please do not forward it: everyone you invited has a link of their own."
      : "This link is yours alone and lets you in under your name. Please do not forward it.",
  linkWorks: (from: string, until: string, zone: string) =>
    `The link opens on ${from} and works until ${until} (${zone}).`,
  answer: (isOrganiser: boolean) =>
    isOrganiser
      ? "The calendar entry in this mail is already marked as accepted."
      : "You can accept or decline in your calendar.",
  location: (host: string) => `Video meeting on ${host}. Your personal link is in the description.`,
  conference: "Video meeting",
};

export type Wording = typeof en;

const languages: Record<Locale, Wording> = { en };

export function wording(locale: Locale): Wording {
  return languages[locale];
}
