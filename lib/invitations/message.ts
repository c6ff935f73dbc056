import { organiserName } from "@/lib/invitations/calendar-text";
import type { Invitation } from "@/lib/invitations/invitation";
import { formatShort, spanParts, whenLines } from "@/lib/invitations/when";
import { wording } from "@/lib/invitations/wording";
import { isTimeZone } from "@/lib/invitations/zone-offset";
import { cleanLine, cleanText } from "@/lib/text";

/** What the mail says, before it is set as plain text or as HTML. */
export type Message = {
  subject: string;
  title: string;
  intro: string;
  when: { label: string; lines: string[] };
  organiser: { label: string; name: string };
  description: string;
  link: { url: string; button: string; label: string; notes: string[] } | null;
  advice: string;
};

export function messageOf(invitation: Invitation): Message {
  const words = wording("en");
  const { recipient, personalLink, linkWorks, startsAt, endsAt } = invitation;
  const { isOrganiser } = recipient;
  const cancelled = invitation.method === "CANCEL";
  const viewerZone = recipient.timeZone && isTimeZone(recipient.timeZone) ? recipient.timeZone : invitation.timeZone;
  const title = cleanLine(invitation.title);
  const organiser = organiserName(invitation);
  const date = formatShort(startsAt, viewerZone);
  const about = {
    organiser,
    isOrganiser,
    isModerator: recipient.role === "MODERATOR",
    isUpdate: invitation.sequence > 0,
  };

  const works = linkWorks && spanParts({ startsAt: linkWorks.from, endsAt: linkWorks.until, timeZone: viewerZone });
  const notes = [words.linkIsYours(isOrganiser)];
  if (works) notes.unshift(words.linkWorks(works.from, works.until, works.zone));

  return {
    subject: cancelled ? words.cancelledSubject(title, date) : words.subject(about, title, date),
    title,
    intro: cancelled ? words.cancelled(organiser, isOrganiser) : words.intro(about),
    when: { label: words.when, lines: whenLines({ startsAt, endsAt, timeZone: invitation.timeZone, viewerZone }) },
    organiser: { label: words.organiser, name: organiser },
    description: cancelled ? "" : cleanText(invitation.description),
    link:
      personalLink === null
        ? null
        : { url: personalLink, button: words.join(isOrganiser), label: words.personalLink, notes },
    advice: cancelled ? words.cancelledAdvice : words.answer(isOrganiser),
  };
}
