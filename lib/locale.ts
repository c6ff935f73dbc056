/** The languages the product's mails speak, complete. */
export const locales = ["en", "de", "fr", "es"] as const;

export type Locale = (typeof locales)[number];

/** English where a language is not known, or is no longer spoken. */
export const localeOf = (text: string | null | undefined): Locale => locales.find((locale) => locale === text) ?? "en";
