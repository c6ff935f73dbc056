import { checkIcs, checkPersonalLink, type GateCode } from "@/lib/mail/calendar/gate";
import { buildIcs } from "@/lib/mail/calendar/ics";
import { type ComposedMail, writeMail } from "@/lib/mail/compose/write-mail";
import { calendarName, organiserName, senderName } from "@/lib/mail/message/calendar-text";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { messageOf } from "@/lib/mail/message/meeting-message";

export class GateFailure extends Error {
  override name = "GateFailure";

  constructor(readonly codes: GateCode[]) {
    super(`The gate refused the mail: ${codes.join(", ")}`);
  }
}

export async function composeMail(mail: MeetingMail): Promise<ComposedMail> {
  const { kind, method, sender, recipient, messageId, references, sentAt } = mail;
  const ics = kind === "REMINDER" ? null : buildIcs(mail);
  const codes = ics === null ? checkPersonalLink(mail) : checkIcs(ics, mail);
  if (codes.length > 0) throw new GateFailure(codes);

  return writeMail({
    message: messageOf(mail),
    from: { name: senderName(mail), address: sender.address },
    replyTo: replyTo(mail),
    to: { name: calendarName(recipient.name), address: recipient.email },
    messageId,
    references,
    date: sentAt,
    calendar: ics === null ? null : { method, content: ics },
  });
}

function replyTo(mail: MeetingMail) {
  const { sender, organiser } = mail;
  if (sender.replyTo === "NONE") return null;
  if (sender.replyTo === "SENDER") return { name: sender.name, address: sender.address };
  return { name: organiserName(mail), address: organiser.email };
}
