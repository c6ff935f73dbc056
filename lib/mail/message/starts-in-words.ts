import type { Locale } from "@/lib/locale";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import type { MailWords } from "@/lib/words/en/mails";

const MINUTE = 60_000;

/** `This meeting starts in 15 minutes`, or what is left where the reminder comes late. */
export function startsInWords(
  { locale, startsAt, sentAt, reminderMinutes }: MeetingMail,
  { intro }: MailWords,
): string {
  const left = Math.ceil((startsAt.getTime() - sentAt.getTime()) / MINUTE);
  if (left < 0) return intro.started;
  const planned = reminderMinutes ?? left;
  // A day before is still a day before when the mail took some minutes to be written.
  const minutes = planned - left <= planned / 50 ? planned : left;
  return minutes === 0 ? intro.startsNow : intro.starts(soon(minutes, locale));
}

const formats = new Map<Locale, Intl.RelativeTimeFormat>();

function soon(minutes: number, locale: Locale): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
    formats.set(locale, format);
  }
  if (minutes % 1440 === 0 || minutes > 2880) return format.format(Math.round(minutes / 1440), "day");
  if (minutes % 60 === 0 || minutes > 120) return format.format(Math.round(minutes / 60), "hour");
  return format.format(minutes, "minute");
}
