import type { Locale } from "@/lib/locale";
import { de } from "./de";
import { type AnswerWords, en } from "./en";
import { es } from "./es";
import { fr } from "./fr";

const languages: Record<Locale, AnswerWords> = { en, de, fr, es };

export const answerWords = (locale: Locale): AnswerWords => languages[locale];
