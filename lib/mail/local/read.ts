import type { ParsedMail } from "mailparser";
import { type DescribedToken, describeToken } from "@/lib/jitsi/room-url";
import { type CalendarEntry, readCalendarEntry } from "@/lib/mail/local/calendar-entry";
import { rawMail } from "@/lib/mail/local/folder";
import { heading, type MailSummary, peopleIn } from "@/lib/mail/local/list";

export type MailContent = {
  readable: boolean;
  to: string;
  subject: string;
  from: string;
  replyTo: string;
  messageId: string;
  text: string;
  html: string;
  hasCalendar: boolean;
  /** Null: none, or not readable. */
  calendar: CalendarEntry | null;
};

export type MailView = MailSummary &
  MailContent & {
    /** Of the personal link. Null in a cancellation. */
    token: DescribedToken | null;
  };

export async function readMail(dataDir: string, id: string): Promise<MailView | null> {
  const found = await rawMail(dataDir, id);
  if (!found) return null;
  const content = await readContent(found.raw);
  const token = /[?&]jwt=([\w.-]+)/.exec(content.text)?.[1];
  return { id, at: found.at, ...content, token: token ? describeToken(token) : null };
}

export async function readContent(raw: Buffer): Promise<MailContent> {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  const calendar = calendarTextOf(mail);
  return {
    ...heading(mail),
    from: peopleIn(mail.from),
    replyTo: peopleIn(mail.replyTo),
    messageId: mail.messageId ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    hasCalendar: calendar !== null,
    calendar: calendar === null ? null : readCalendarEntry(calendar),
  };
}

function calendarTextOf(mail: ParsedMail): string | null {
  const part = mail.attachments.find(({ contentType }) => /^(text\/calendar|application\/ics)$/.test(contentType));
  return part ? part.content.toString("utf8") : null;
}
