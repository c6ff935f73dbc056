import { simpleParser } from "mailparser";
import { type DescribedToken, describeToken } from "@/lib/jitsi/meeting-url";
import { type CalendarEntry, readCalendarEntry } from "@/lib/mailbox/calendar-entry";
import { rawMail } from "@/lib/mailbox/folder";
import { heading, type MailSummary } from "@/lib/mailbox/list";

export type MailView = MailSummary & {
  from: string;
  replyTo: string;
  messageId: string;
  text: string;
  html: string;
  hasCalendar: boolean;
  /** Null also when the entry cannot be read. */
  calendar: CalendarEntry | null;
  /** What the token in the personal link says; null in a cancellation. */
  token: DescribedToken | null;
};

export async function readMail(dataDir: string, id: string): Promise<MailView | null> {
  const found = await rawMail(dataDir, id);
  if (!found) return null;
  const mail = await simpleParser(found.raw, { skipTextToHtml: true, skipHtmlToText: true });
  const calendarPart = mail.attachments.find(
    (part) => part.contentType === "text/calendar" || part.contentType === "application/ics",
  );
  const token = /[?&]jwt=([\w.-]+)/.exec(mail.text ?? "")?.[1];
  return {
    id,
    at: found.at,
    ...heading(mail),
    from: mail.from?.text ?? "",
    replyTo: mail.replyTo?.text ?? "",
    messageId: mail.messageId ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    hasCalendar: calendarPart !== undefined,
    calendar: calendarPart ? readCalendarEntry(calendarPart.content.toString("utf8")) : null,
    token: token ? describeToken(token) : null,
  };
}
