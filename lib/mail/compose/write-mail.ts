import { createHash } from "node:crypto";
import { type MimeParts, mimeMessage } from "@/lib/mail/compose/mime";
import { htmlOf } from "@/lib/mail/message/html";
import type { Message } from "@/lib/mail/message/message";
import { textOf } from "@/lib/mail/message/text";

export type ComposedMail = { envelope: { from: string; to: string[] }; messageId: string; raw: Buffer };

type Letter = Pick<MimeParts, "from" | "to" | "replyTo" | "date" | "calendar"> & {
  message: Message;
  /** Without angle brackets. */
  messageId: string;
  references: string | null;
};

/** One mail to one person, the same bytes each time it is written. */
export function writeMail({ message, messageId, references, ...parts }: Letter): ComposedMail {
  const raw = mimeMessage({
    ...parts,
    subject: message.subject,
    messageId: `<${messageId}>`,
    references: references === null ? null : `<${references}>`,
    text: withCrLf(textOf(message)),
    html: withCrLf(htmlOf(message)),
    boundary: createHash("sha256").update(messageId).digest("hex").slice(0, 24),
  });
  return { envelope: { from: parts.from.address, to: [parts.to.address] }, messageId, raw };
}

/** As it travels: a bare LF would be changed on the way, and then the bytes kept here are not those that were sent. */
const withCrLf = (text: string) => text.replaceAll("\n", "\r\n");
