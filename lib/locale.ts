/** The languages the product's mails speak, complete. */
export const locales = ["en", "de", "fr", "es"] as const;

export type Locale = (typeof locales)[number];

/** English where a language is not known, or is no longer spoken. */
export const localeOf = (text: string | null | undefined): Locale => locales.find((locale) => locale === text) ?? "en";

/** Of somebody we do not know: the first language that their browser asks for (Accept-Language) and that we speak. */
export function browserLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "").toLowerCase().split(",");
  const spoken = wanted.map((entry) => locales.find((locale) => entry.trim().slice(0, 2) === locale));
  return spoken.find((locale) => locale !== undefined) ?? "en";
}

/** Each in itself, for whoever cannot read the one that the page is in. */
export const languageNames: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
};
