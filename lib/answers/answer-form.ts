import { z } from "zod";
import { locales } from "@/lib/locale";
import { isTimeZone } from "@/lib/meetings/wall-time";

/** The answers as addresses and forms write them (`?answer=accept`). */
export const answerOf = { accept: "ACCEPTED", tentative: "TENTATIVE", decline: "DECLINED" } as const;

export type Choice = keyof typeof answerOf;

export const choices = Object.keys(answerOf) as Choice[];

/** What an address may say; anything else is no choice. */
export const choiceOf = (text: unknown): Choice | undefined => choices.find((choice) => choice === text);

/** For the words of a refusal the language must be known, so the action looks at what these let through. */
export const answerSchema = z.object({
  token: z.string(),
  sequence: z.coerce.number().int().catch(-1),
  answer: z.string().optional().transform(choiceOf),
  note: z.string().catch(""),
});

export const preferencesSchema = z.object({
  token: z.string(),
  locale: z.enum(locales).optional().catch(undefined),
  timeZone: z.string().refine(isTimeZone).optional().catch(undefined),
});
