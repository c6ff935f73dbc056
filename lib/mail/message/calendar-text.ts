import type { Invitation } from "@/lib/mail/message/invitation";
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

export function organiserName({ organiser, locale }: Pick<Invitation, "organiser" | "locale">): string {
  return calendarName(organiser.name) || wordsIn(locale).mails.someone;
}

/** `Ann Lee via Latchkey`: the name in From and ORGANIZER. */
export function senderName(invitation: Pick<Invitation, "organiser" | "sender" | "locale">): string {
  const { via } = wordsIn(invitation.locale).mails;
  return via(organiserName(invitation), calendarName(invitation.sender.name) || "Latchkey");
}

export function cancelledInWords(invitation: Invitation): string {
  const { intro } = wordsIn(invitation.locale).mails;
  if (invitation.removed) return intro.removed;
  return invitation.recipient.isOrganiser ? intro.youCancelled : intro.cancelled(organiserName(invitation));
}

/** Google shows about 8,000 characters: what the reader needs at the hour comes before what the organiser wrote. */
export function calendarDescription(invitation: Invitation): string {
  const { method, locale, recipient, personalLink } = invitation;
  if (method === "CANCEL") return cancelledInWords(invitation);
  const { mails: words, calendar } = wordsIn(locale);
  const yours = recipient.isOrganiser ? words.organisersLink : words.yourLink;
  const link = personalLink && `${calendar.personalLink}${words.colon}\n${personalLink}\n${yours}`;
  const organiser = `${words.organiser}${words.colon} ${organiserName(invitation)}`;
  return [link, organiser, cleanText(invitation.description)].filter(Boolean).join("\n\n");
}

export function calendarLocation({ personalLink, locale }: Invitation): string | null {
  if (personalLink === null) return null;
  return personalLink.length <= LOCATION_LIMIT
    ? personalLink
    : wordsIn(locale).calendar.location(new URL(personalLink).host);
}
