import { localeOf } from "@/lib/locale";
import { formatWhen } from "@/lib/time/when";
import { wordsIn } from "@/lib/words/words-in";

/** A proposed time as its reader, the organiser, reads a clock. */
export function proposalInWords(
  proposed: { startsAt: Date; endsAt: Date } | null,
  reader: { timeZone: string; locale: string },
): string {
  const locale = localeOf(reader.locale);
  return proposed ? formatWhen({ ...proposed, timeZone: reader.timeZone, locale }) : wordsIn(locale).time.unreadable;
}
