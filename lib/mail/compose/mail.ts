import { checkIcs, checkPersonalLink, type GateCode } from "@/lib/mail/calendar/gate";
import { buildIcs } from "@/lib/mail/calendar/ics";
import { type ComposedMail, writeMail } from "@/lib/mail/compose/write-mail";
import { calendarName, organiserName, senderName } from "@/lib/mail/message/calendar-text";
import type { Invitation } from "@/lib/mail/message/invitation";
import { messageOf } from "@/lib/mail/message/invitation-message";

export class GateFailure extends Error {
  override name = "GateFailure";

  constructor(readonly codes: GateCode[]) {
    super(`The gate refused the mail: ${codes.join(", ")}`);
  }
}

export async function composeMail(invitation: Invitation): Promise<ComposedMail> {
  const { kind, method, sender, recipient, messageId, references, sentAt } = invitation;
  const ics = kind === "REMINDER" ? null : buildIcs(invitation);
  const codes = ics === null ? checkPersonalLink(invitation) : checkIcs(ics, invitation);
  if (codes.length > 0) throw new GateFailure(codes);

  return writeMail({
    message: messageOf(invitation),
    from: { name: senderName(invitation), address: sender.address },
    replyTo: replyTo(invitation),
    to: { name: calendarName(recipient.name), address: recipient.email },
    messageId,
    references,
    date: sentAt,
    calendar: ics === null ? null : { method, content: ics },
  });
}

function replyTo(invitation: Invitation) {
  const { sender, organiser } = invitation;
  if (sender.replyTo === "NONE") return null;
  if (sender.replyTo === "SENDER") return { name: sender.name, address: sender.address };
  return { name: organiserName(invitation), address: organiser.email };
}
