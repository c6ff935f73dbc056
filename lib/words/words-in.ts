import type { Locale } from "@/lib/locale";
import type { Words } from "@/lib/words/en/language";
import * as languages from "@/lib/words/languages";

const byLocale: Record<Locale, Words> = { ...languages };

export const wordsIn = (locale: Locale): Words => byLocale[locale];
