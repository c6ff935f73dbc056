import { type ComposedMail, writeMail } from "@/lib/mail/compose/write-mail";
import { calendarName } from "@/lib/mail/message/calendar-text";
import type { Block, Message } from "@/lib/mail/message/message";
import type { Notice } from "@/lib/mail/notices/notice";
import { cleanLine } from "@/lib/text";
import { formatForSubject, whenLines } from "@/lib/time/when";
import { isTimeZone } from "@/lib/time/zone-offset";
import { wordsIn } from "@/lib/words/words-in";

/** A mail with hundreds of names is not read; the page has them all. */
const MAX_SHOWN = 50;

export const viewerZoneOf = ({ recipient, timeZone }: Notice): string =>
  recipient.timeZone && isTimeZone(recipient.timeZone) ? recipient.timeZone : timeZone;

export function personInWords({ name, email }: { name: string; email: string }): string {
  const clean = calendarName(name);
  return clean ? `${clean} <${email}>` : email;
}

export const shortName = ({ name, email }: { name: string; email: string }): string => calendarName(name) || email;

export function listBlock(notice: Notice, label: string, items: string[][]): Block {
  const shown = items.slice(0, MAX_SHOWN);
  const more = items.length - shown.length;
  if (more > 0) shown.push([wordsIn(notice.locale).notices.more(more)]);
  return { kind: "list", label, items: shown };
}

export function noticeMessage(notice: Notice, about: string, intro: string, blocks: Block[], notes: string[]): Message {
  const { locale, startsAt, meetingUrl } = notice;
  const { mails: words, notices } = wordsIn(locale);
  const viewerZone = viewerZoneOf(notice);
  const title = cleanLine(notice.title);
  return {
    locale,
    subject: `${about}${words.colon} ${title} (${formatForSubject(startsAt, viewerZone, locale)})`,
    intro,
    title,
    colon: words.colon,
    blocks: [
      { kind: "lines", label: words.when, lines: whenLines({ ...notice, viewerZone }) },
      ...blocks,
      { kind: "button", url: meetingUrl, text: notices.open, notes },
    ],
  };
}

export function writeNoticeMail(notice: Notice, message: Message): Promise<ComposedMail> {
  const { sender, recipient, messageId, references, sentAt } = notice;
  return writeMail({
    message,
    from: { name: calendarName(sender.name) || "Latchkey", address: sender.address },
    replyTo: null,
    to: { name: calendarName(recipient.name), address: recipient.email },
    messageId,
    references,
    date: sentAt,
    calendar: null,
  });
}
