import * as languages from "@/lib/words/languages";

/** The languages of mails and guest pages: those of lib/words. */
export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

/** English where a language is not known, or is no longer spoken. */
export const localeOf = (text: string | null | undefined): Locale => locales.find((locale) => locale === text) ?? "en";

/** Of somebody we do not know: the first language that their browser asks for (Accept-Language) and that we speak. */
export function browserLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "").toLowerCase().split(",");
  const spoken = wanted.map((entry) => locales.find((locale) => entry.trim().slice(0, 2) === locale));
  return spoken.find((locale) => locale !== undefined) ?? "en";
}

/** To choose from. Each is named in itself, for whoever cannot read the one that the page is in. */
export const languageChoices = Object.entries(languages).map(([code, { name }]) => ({
  value: code as Locale,
  label: name,
}));
