import { de } from "@/lib/invitations/wording/de";
import { en, type Wording } from "@/lib/invitations/wording/en";
import { es } from "@/lib/invitations/wording/es";
import { fr } from "@/lib/invitations/wording/fr";
import type { Locale } from "@/lib/locale";

export type { Wording };

const languages: Record<Locale, Wording> = { en, de, fr, es };

export function wording(locale: Locale): Wording {
  return languages[locale];
}
