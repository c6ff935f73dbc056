import type { Invitation } from "@/lib/invitations/invitation";
import { wording } from "@/lib/invitations/wording";
import { cleanLine, cleanText } from "@/lib/text";

const words = wording("en");

/** Exchange cuts a longer LOCATION. */
export const LOCATION_LIMIT = 255;

/**
 * RFC 5545 cannot carry a quote in a name, and readers disagree about a backslash and (RFC 6868) a caret. An address in
 * place of a name would show one person's address to another, or pretend to be somebody else's.
 */
export function calendarName(name: string): string {
  const readable = name.replaceAll('"', "”").replaceAll("\\", "/").replaceAll("^", "ˆ").replaceAll("@", " at ");
  return cleanLine(readable);
}

export function organiserName({ organiser }: Invitation): string {
  return calendarName(organiser.name) || words.someone;
}

/** `Ann Lee via Latchkey`: the name in From and ORGANIZER. */
export function senderName(invitation: Invitation): string {
  return words.via(organiserName(invitation), calendarName(invitation.sender.name) || "Latchkey");
}

/** Google shows about 8,000 characters: what the reader needs at the hour comes before what the organiser wrote. */
export function calendarDescription(invitation: Invitation): string {
  const { method, recipient, personalLink } = invitation;
  const organiser = organiserName(invitation);
  if (method === "CANCEL") return words.cancelled(organiser, recipient.isOrganiser);
  const link = personalLink && `${words.personalLink}:\n${personalLink}\n${words.linkIsYours(recipient.isOrganiser)}`;
  const blocks = [link, `${words.organiser}: ${organiser}`, cleanText(invitation.description)];
  return blocks.filter(Boolean).join("\n\n");
}

export function calendarLocation({ personalLink }: Invitation): string | null {
  if (personalLink === null) return null;
  return personalLink.length <= LOCATION_LIMIT ? personalLink : words.location(new URL(personalLink).host);
}
