import { notFound } from "next/navigation";
import { cache } from "react";
import { type AskedPerson, findAsked } from "@/lib/answers/find";
import { answerKey, participantOf } from "@/lib/links/answer-link";
import { type Locale, localeOf } from "@/lib/locale";
import { runtime } from "@/lib/runtime";
import type { AnswerWords } from "@/lib/words/en/answers";
import { wordsIn } from "@/lib/words/words-in";

export type Asked = { person: AskedPerson; locale: Locale; words: AnswerWords };

/** Whoever the token names, with the words in their language; null for a token that we did not make. */
export const askedOf = cache(async (token: string): Promise<Asked | null> => {
  const { db, appSecret } = runtime();
  const participantId = participantOf(token, answerKey(appSecret));
  const person = participantId && (await findAsked(db, participantId));
  if (!person) return null;
  const locale = localeOf(person.locale);
  return { person, locale, words: wordsIn(locale).answers };
});

export const requireAsked = async (token: string): Promise<Asked> => (await askedOf(token)) ?? notFound();
