import type { Attachment, ParsedMail } from "mailparser";
import { type CalendarReply, readCalendarReply } from "@/lib/inbox/calendar-reply";
import { type Failure, failureIn } from "@/lib/inbox/delivery-report";
import { verifyVerp } from "@/lib/mail/delivery/verp";

/** `why` is a fixed phrase for the log and quotes nothing from the mail. */
export type Classified =
  | ({ kind: "reply" } & CalendarReply)
  | ({ kind: "bounce"; deliveryId: string } & Failure)
  | { kind: "ignored"; why: string };

/** A reply has a few thousand bytes. Longer mails are not fetched. */
export const maxMailBytes = 256 * 1024;
const maxParts = 50;
/** Nested multiparts. A reply has two; a mailing list and a scanner add one each. */
const maxDepth = 8;

/** Trusts only what cannot be guessed: the signed address of a bounce and the UID of a reply. Never throws. */
export async function classifyMail(
  raw: Buffer,
  { appSecret, now }: { appSecret: string; now: Date },
): Promise<Classified> {
  if (raw.length > maxMailBytes) return ignoredMail("too large");
  // Here, because an app without an inbox does not need it.
  const { simpleParser } = await import("mailparser");
  let mail: ParsedMail;
  try {
    mail = await simpleParser(raw, {
      maxChildNodes: maxParts,
      // A forwarded message was for somebody else.
      ignoreEmbedded: true,
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      checksumAlgo: false,
    });
  } catch {
    return ignoredMail("not readable");
  }
  if (mail.attachments.some(({ partId }) => (partId ?? "").split(".").length > maxDepth))
    return ignoredMail("nested too deep");
  try {
    return bounceIn(mail, appSecret) ?? replyIn(mail, now);
  } catch {
    return ignoredMail("calendar not readable");
  }
}

const ignoredMail = (why: string): Classified => ({ kind: "ignored", why });

/** Checked before replies, because reports are also marked as automatic answers (RFC 3834). */
function bounceIn(mail: ParsedMail, appSecret: string): Classified | null {
  const report = mail.attachments.find(({ contentType }) => reportTypes.has(contentType.toLowerCase()));
  const { value, params } = structured(mail.headers.get("content-type"));
  if (!report || value !== "multipart/report" || params["report-type"]?.toLowerCase() !== "delivery-status")
    return null;
  const deliveryId = recipientsOf(mail).flatMap((address) => verifyVerp(address, appSecret) ?? [])[0];
  if (!deliveryId) return ignoredMail("report to an address that is not ours");
  const failure = failureIn(decodedText(report));
  return failure ? { kind: "bounce", deliveryId, ...failure } : ignoredMail("report without a failure");
}

const reportTypes = new Set(["message/delivery-status", "message/global-delivery-status"]);

/** Any header will do, because the address is signed. */
function recipientsOf(mail: ParsedMail): string[] {
  const lines = mail.headerLines.filter(({ key }) => recipientHeaders.has(key)).map(({ line }) => line);
  // Split first: searching a long line for the pattern takes quadratic time.
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
  if (/^\s*auto-replied\b/i.test(String(mail.headers.get("auto-submitted") ?? "")))
    return ignoredMail("automatic answer");
  const parts = mail.attachments.filter(({ contentType }) => calendarTypes.has(contentType.toLowerCase()));
  for (const part of parts) {
    const { method: methodOfPart } = structured(part.headers.get("content-type")).params;
    const reply = readCalendarReply(decodedText(part), { now, methodOfPart });
    if (reply) return { kind: "reply", ...reply };
  }
  return ignoredMail(parts.length > 0 ? "calendar, but no reply" : "neither reply nor report");
}

const calendarTypes = new Set(["text/calendar", "application/ics"]);

type Structured = { value: string; params: Record<string, string> };

function structured(header: unknown): Structured {
  const { value, params } = (header ?? {}) as Partial<Structured>;
  return { value: String(value ?? "").toLowerCase(), params: params ?? {} };
}

function decodedText({ content, headers }: Attachment): string {
  const { charset = "utf-8" } = structured(headers.get("content-type")).params;
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return content.toString("utf8");
  }
}
