import { type ParsedMail, simpleParser } from "mailparser";
import { type DescribedToken, describeToken } from "@/lib/jitsi/meeting-url";
import { type CalendarEntry, readCalendarEntry } from "@/lib/mail/local/calendar-entry";
import { rawMail } from "@/lib/mail/local/folder";
import { heading, type MailSummary, peopleIn } from "@/lib/mail/local/list";

/** What is in a mail, as its recipient's programs find it. */
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
  /** Null also when the entry cannot be read. */
  calendar: CalendarEntry | null;
};

export type MailView = MailSummary &
  MailContent & {
    /** What the token in the personal link says; null in a cancellation. */
    token: DescribedToken | null;
  };

/** Null when there is no such mail. A file that is no mail comes back with nothing in it and `readable: false`. */
export async function readMail(dataDir: string, id: string): Promise<MailView | null> {
  const found = await rawMail(dataDir, id);
  if (!found) return null;
  const content = await readContent(found.raw);
  const token = /[?&]jwt=([\w.-]+)/.exec(content.text)?.[1];
  return { id, at: found.at, ...content, token: token ? describeToken(token) : null };
}

export async function readContent(raw: Buffer): Promise<MailContent> {
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
