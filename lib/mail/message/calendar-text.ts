import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { cleanLine, cleanText } from "@/lib/text";
import { wordsIn } from "@/lib/words/words-in";

/** Exchange cuts a longer LOCATION. */
export const LOCATION_LIMIT = 255;

/**
 * RFC 5545 has no quote in a name; readers differ on a backslash and (RFC 6868) a caret. An address as a name would reveal it to
 * others.
 */
export function calendarName(name: string): string {
  const readable = name.replaceAll('"', "”").replaceAll("\\", "/").replaceAll("^", "ˆ").replaceAll("@", " at ");
  return cleanLine(readable);
}

export function organiserName({ organiser, locale }: Pick<MeetingMail, "organiser" | "locale">): string {
  return calendarName(organiser.name) || wordsIn(locale).mails.someone;
}

/** `Ann Lee via Latchkey`: the name in From and ORGANIZER. */
export function senderName(mail: Pick<MeetingMail, "organiser" | "sender" | "locale">): string {
  const { via } = wordsIn(mail.locale).mails;
  return via(organiserName(mail), calendarName(mail.sender.name) || "Latchkey");
}

export function cancelledInWords(mail: MeetingMail): string {
  const { intro } = wordsIn(mail.locale).mails;
  if (mail.removed) return intro.removed;
  return mail.recipient.isOrganiser ? intro.youCancelled : intro.cancelled(organiserName(mail));
}

/** Google shows about 8,000 characters: what the reader needs at the hour comes before what the organiser wrote. */
export function calendarDescription(mail: MeetingMail): string {
  const { method, locale, recipient, personalLink } = mail;
  if (method === "CANCEL") return cancelledInWords(mail);
  const { mails: words, calendar } = wordsIn(locale);
  const yours = recipient.isOrganiser ? words.organisersLink : words.yourLink;
  const link = personalLink && `${calendar.personalLink}${words.colon}\n${personalLink}\n${yours}`;
  const organiser = `${words.organiser}${words.colon} ${organiserName(mail)}`;
  return [link, organiser, cleanText(mail.description)].filter(Boolean).join("\n\n");
}

export function calendarLocation({ personalLink, locale }: MeetingMail): string | null {
  if (personalLink === null) return null;
  return personalLink.length <= LOCATION_LIMIT
    ? personalLink
    : wordsIn(locale).calendar.location(new URL(personalLink).host);
}
