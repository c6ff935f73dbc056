import { type Locale, localeOf } from "@/lib/locale";
import { formatWhen } from "@/lib/time/when";

/** A calendar can propose a time without saying clearly which. */
const unclear: Record<Locale, string> = {
  en: "another time, which their calendar did not write readably",
  de: "eine andere Zeit, die sich aus der Antwort des Kalenders nicht lesen lässt",
  fr: "un autre horaire, que la réponse de l’agenda ne permet pas de lire",
  es: "otra hora, que no se puede leer en la respuesta del calendario",
};

/** A proposed time as its reader, the organiser, reads a clock. */
export function proposalInWords(
  proposed: { startsAt: Date; endsAt: Date } | null,
  reader: { timeZone: string; locale: string },
): string {
  const locale = localeOf(reader.locale);
  return proposed ? formatWhen({ ...proposed, timeZone: reader.timeZone, locale }) : unclear[locale];
}
