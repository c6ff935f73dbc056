import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import { htmlOf } from "@/lib/mail/message/html";
import type { Message } from "@/lib/mail/message/message";
import { textOf } from "@/lib/mail/message/text";

export type ComposedMail = { envelope: { from: string; to: string[] }; messageId: string; raw: Buffer };

type Address = { name: string; address: string };

type MailParts = {
  message: Message;
  from: Address;
  to: Address;
  replyTo: Address | null;
  /** Without angle brackets. */
  messageId: string;
  references: string | null;
  date: Date;
  /** Null: a mail that changes nothing in a calendar. */
  calendar: { method: "REQUEST" | "CANCEL"; content: string } | null;
};

/** RFC 3834 §5, and the header with which Exchange suppresses out-of-office replies. */
const automatic = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" };

/** One mail to one person, the same bytes each time it is written. */
export async function writeMail(mail: MailParts): Promise<ComposedMail> {
  const { message, from, to, replyTo, messageId, references, date, calendar } = mail;
  const composer = new MailComposer({
    from: withPlainName(from),
    to: withPlainName(to),
    replyTo: replyTo ? withPlainName(replyTo) : undefined,
    subject: notEncoded(message.subject),
    messageId: `<${messageId}>`,
    references: references === null ? undefined : `<${references}>`,
    date,
    headers: automatic,
    text: withCrLf(textOf(message)),
    html: withCrLf(htmlOf(message)),
    icalEvent: calendar ?? undefined,
    // nodemailer's own is random, and a retry would send other bytes.
    baseBoundary: createHash("sha256").update(messageId).digest("hex").slice(0, 24),
  });
  const raw = await composer.compile().build();
  return { envelope: { from: from.address, to: [to.address] }, messageId, raw };
}

/** Mail programs would decode what looks like an encoded word (RFC 2047 §2), also in a quoted name. */
const notEncoded = (text: string) => text.replaceAll("=?", "= ?");
const withPlainName = ({ name, address }: Address): Address => ({ name: notEncoded(name), address });

/** As it travels: a mail server may change a bare LF, and the signature would not fit. */
const withCrLf = (text: string) => text.replaceAll("\n", "\r\n");
