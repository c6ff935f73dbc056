import type { Locale } from "@/lib/locale";
import { de } from "@/lib/mail/message/wording/de";
import { en, type Wording } from "@/lib/mail/message/wording/en";
import { es } from "@/lib/mail/message/wording/es";
import { fr } from "@/lib/mail/message/wording/fr";

export type { Wording };

const languages: Record<Locale, Wording> = { en, de, fr, es };

export function wording(locale: Locale): Wording {
  return languages[locale];
}
