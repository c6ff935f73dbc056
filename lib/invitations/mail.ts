import { createHash } from "node:crypto";
import { calendarName, organiserName, senderName } from "@/lib/invitations/calendar-text";
import { checkIcs } from "@/lib/invitations/gate";
import { htmlOf } from "@/lib/invitations/html";
import { buildIcs } from "@/lib/invitations/ics";
import type { Invitation } from "@/lib/invitations/invitation";
import { messageOf } from "@/lib/invitations/message";
import { mimeMessage } from "@/lib/invitations/mime";
import { textOf } from "@/lib/invitations/text";

export type ComposedMail = { envelope: { from: string; to: string[] }; messageId: string; raw: Buffer };

/** The calendar entry breaks a rule: the mail must not leave, and the delivery shows why. */
export class GateFailure extends Error {
  override name = "GateFailure";

  constructor(readonly reasons: string[]) {
    super(`The calendar entry was stopped: ${reasons.join("; ")}`);
  }
}

/** The mail of one invitation to its one recipient. The same invitation always gives the same bytes. */
export async function composeMail(invitation: Invitation): Promise<ComposedMail> {
  const { method, sender, recipient, messageId, references, sentAt } = invitation;
  const ics = buildIcs(invitation);
  const reasons = checkIcs(ics, invitation);
  if (reasons.length > 0) throw new GateFailure(reasons);

  const message = messageOf(invitation);
  const envelope = { from: sender.address, to: [recipient.email] };
  const raw = mimeMessage({
    from: { name: senderName(invitation), address: sender.address },
    replyTo: replyTo(invitation),
    to: { name: calendarName(recipient.name), address: recipient.email },
    subject: message.subject,
    messageId: `<${messageId}>`,
    references: references === null ? null : `<${references}>`,
    date: sentAt,
    text: withCrLf(textOf(message)),
    html: withCrLf(htmlOf(message)),
    calendar: { method, content: ics },
    boundary: createHash("sha256").update(messageId).digest("hex").slice(0, 24),
  });
  return { envelope, messageId, raw };
}

function replyTo(invitation: Invitation) {
  const { sender, organiser } = invitation;
  if (sender.replyTo === "NONE") return null;
  if (sender.replyTo === "SENDER") return { name: sender.name, address: sender.address };
  return { name: organiserName(invitation), address: organiser.email };
}

/** As it travels: a bare LF would be changed on the way, and then the bytes kept here are not those that were sent. */
const withCrLf = (text: string) => text.replaceAll("\n", "\r\n");
