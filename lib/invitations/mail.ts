import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import { calendarName, organiserName, senderName } from "@/lib/invitations/calendar-text";
import { checkIcs } from "@/lib/invitations/gate";
import { htmlOf } from "@/lib/invitations/html";
import { buildIcs } from "@/lib/invitations/ics";
import type { Invitation } from "@/lib/invitations/invitation";
import { messageOf } from "@/lib/invitations/message";
import { serialise } from "@/lib/invitations/serialise";
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
  const { method, sender, recipient, organiser, messageId, references, sentAt } = invitation;
  const ics = buildIcs(invitation);
  const reasons = checkIcs(ics, invitation);
  if (reasons.length > 0) throw new GateFailure(reasons);

  const message = messageOf(invitation);
  const envelope = { from: sender.address, to: [recipient.email] };
  const composer = new MailComposer({
    envelope,
    from: { name: senderName(invitation), address: sender.address },
    replyTo: { name: organiserName(invitation), address: organiser.email },
    to: { name: calendarName(recipient.name), address: recipient.email },
    subject: message.subject,
    messageId: `<${messageId}>`,
    references: references === null ? undefined : `<${references}>`,
    date: sentAt,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" },
    text: withCrLf(textOf(message)),
    html: withCrLf(htmlOf(message)),
    // No `headers` in here: with them nodemailer turns the inline part into an attachment.
    icalEvent: { method, content: ics },
    // Random otherwise, and a retry would send other bytes.
    baseBoundary: createHash("sha256").update(messageId).digest("hex").slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { envelope, messageId, raw: serialise(composer.compile()) };
}

/** As it travels: a bare LF would be changed on the way, and then the bytes kept here are not those that were sent. */
const withCrLf = (text: string) => text.replaceAll("\n", "\r\n");
