import { en, type Wording } from "@/lib/invitations/wording/en";
import type { Locale } from "@/lib/locale";

export type { Wording };

const languages: Record<Locale, Wording> = { en, de: en, fr: en, es: en };

export function wording(locale: Locale): Wording {
  return languages[locale];
}
