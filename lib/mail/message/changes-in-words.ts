import type { Change } from "@/lib/mail/message/change";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { cleanLine } from "@/lib/text";
import { spanParts, zoneName } from "@/lib/time/when";
import { wordsIn } from "@/lib/words/words-in";

/** Each of these changes what the link in the mail says, so the one from earlier mails no longer fits. */
const CHANGES_LINK: Change[] = ["time", "domain", "room", "role", "name", "link"];

export function changesInWords(mail: MeetingMail, viewerZone: string): string[] {
  const { locale, changes, previous, recipient, title, description, timeZone, host } = mail;
  const words = wordsIn(locale).mails.changes;
  const said: Record<Change, () => string | null> = {
    time: () => previous && timeInWords(mail, previous, viewerZone),
    zone: () => previous && words.zone(zoneName(previous.timeZone, locale), zoneName(timeZone, locale)),
    title: () =>
      previous && cleanLine(previous.title) !== cleanLine(title) ? words.title(cleanLine(previous.title)) : null,
    domain: () => previous && words.domain(previous.host, host),
    room: () => words.room,
    role: () => (recipient.role === "MODERATOR" ? words.moderator : words.notModerator),
    name: () => words.name(cleanLine(recipient.name)),
    description: () => (description.trim() === "" ? words.noDescription : words.description),
    link: () => null,
  };
  const order = Object.keys(said) as Change[];
  const lines = order.filter((change) => changes.includes(change)).map((change) => said[change]());
  if (changes.some((change) => CHANGES_LINK.includes(change))) lines.push(words.link);
  return lines.filter((line) => line !== null);
}

function timeInWords(
  { locale, startsAt, endsAt }: MeetingMail,
  previous: NonNullable<MeetingMail["previous"]>,
  timeZone: string,
): string {
  const before = spanParts({ ...previous, timeZone, locale });
  const now = spanParts({ startsAt, endsAt, timeZone, locale });
  const named = ({ range, zone }: typeof now) => `${range} (${zone})`;
  const { time } = wordsIn(locale).mails.changes;
  return time(before.zone === now.zone ? before.range : named(before), named(now));
}
