import { type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { type CalendarReply, readCalendarReply } from "@/lib/inbox/calendar-reply";
import { type Failure, failureIn } from "@/lib/inbox/delivery-report";
import { verifyVerp } from "@/lib/mail/delivery/verp";

/** What a mail in the inbox is. `why` is a fixed phrase: it goes into the log, where nothing of the mail may stand. */
export type Classified =
  | ({ kind: "reply" } & CalendarReply)
  | ({ kind: "bounce"; deliveryId: string } & Failure)
  | { kind: "ignored"; why: string };

/** Bytes. A reply has a few thousand; what is longer is not even fetched. */
export const largestMail = 256 * 1024;
const mostParts = 50;
/** How many multiparts may stand inside one another: a reply has two, a mailing list's or a scanner's wrapping one more each. */
const deepest = 8;

/**
 * Reads one mail. What it is decides alone by what cannot be guessed: the signed address that a bounce comes back to, and
 * the calendar UID of a reply, which the caller looks up. Never throws: a mail that cannot be read is an ignored one.
 */
export async function classifyMail(
  raw: Buffer,
  { appSecret, now }: { appSecret: string; now: Date },
): Promise<Classified> {
  if (raw.length > largestMail) return ignored("too large");
  let mail: ParsedMail;
  try {
    mail = await simpleParser(raw, {
      maxChildNodes: mostParts,
      // A message inside a message is what somebody else once wrote to somebody else.
      ignoreEmbedded: true,
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      checksumAlgo: false,
    });
  } catch {
    return ignored("not readable");
  }
  if (mail.attachments.some(({ partId }) => (partId ?? "").split(".").length > deepest))
    return ignored("nested too deep");
  try {
    return bounceIn(mail, appSecret) ?? replyIn(mail, now);
  } catch {
    return ignored("calendar not readable");
  }
}

const ignored = (why: string): Classified => ({ kind: "ignored", why });

/** Null when it is no report on a delivery. A report comes as an automatic answer (RFC 3834), so this is looked at first. */
function bounceIn(mail: ParsedMail, appSecret: string): Classified | null {
  const report = mail.attachments.find(({ contentType }) => reportTypes.has(contentType.toLowerCase()));
  const { value, params } = structured(mail.headers.get("content-type"));
  if (!report || value !== "multipart/report" || params["report-type"]?.toLowerCase() !== "delivery-status")
    return null;
  const deliveryId = recipientsOf(mail).flatMap((address) => verifyVerp(address, appSecret) ?? [])[0];
  if (!deliveryId) return ignored("report to an address that is not ours");
  const failure = failureIn(textOf(report));
  return failure ? { kind: "bounce", deliveryId, ...failure } : ignored("report without a failure");
}

const reportTypes = new Set(["message/delivery-status", "message/global-delivery-status"]);

/** Each server tells in its own header which address a mail was for; none of them has to be believed, for the address is signed. */
function recipientsOf(mail: ParsedMail): string[] {
  const lines = mail.headerLines.filter(({ key }) => recipientHeaders.has(key)).map(({ line }) => line);
  // Cut first, and each word read once: looked for anywhere in the line, a long one would take time quadratic in its length.
  return lines.flatMap((line) => line.split(/[^\w.+@-]+/).filter((word) => addressShape.test(word)));
}

const addressShape = /^[\w.+-]{1,64}@[\w.-]{1,255}$/;

const recipientHeaders = new Set([
  "to",
  "delivered-to",
  "x-original-to",
  "x-delivered-to",
  "envelope-to",
  "original-recipient",
]);

function replyIn(mail: ParsedMail, now: Date): Classified {
  // A person answers; a program that does it for somebody on holiday is no answer.
  if (/^\s*auto-replied\b/i.test(String(mail.headers.get("auto-submitted") ?? ""))) return ignored("automatic answer");
  const parts = mail.attachments.filter(({ contentType }) => calendarTypes.has(contentType.toLowerCase()));
  for (const part of parts) {
    const { method: methodOfPart } = structured(part.headers.get("content-type")).params;
    const reply = readCalendarReply(textOf(part), { now, methodOfPart });
    if (reply) return { kind: "reply", ...reply };
  }
  return ignored(parts.length > 0 ? "calendar, but no reply" : "neither reply nor report");
}

const calendarTypes = new Set(["text/calendar", "application/ics"]);

type Structured = { value: string; params: Record<string, string> };

function structured(header: unknown): Structured {
  const { value, params } = (header ?? {}) as Partial<Structured>;
  return { value: String(value ?? "").toLowerCase(), params: params ?? {} };
}

function textOf({ content, headers }: Attachment): string {
  const { charset = "utf-8" } = structured(headers.get("content-type")).params;
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return content.toString("utf8");
  }
}
