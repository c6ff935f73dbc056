import { z } from "zod";
import { locales } from "@/lib/locale";
import { isNamedZone } from "@/lib/time/wall-time";

/** The answers as addresses and forms write them (`?answer=accept`). */
export const answerOf = { accept: "ACCEPTED", tentative: "TENTATIVE", decline: "DECLINED" } as const;

export type Choice = keyof typeof answerOf;

export const choices = Object.keys(answerOf) as Choice[];

/** What an address may say; anything else is no choice. */
export const choiceOf = (text: unknown): Choice | undefined => choices.find((choice) => choice === text);

/**
 * One form for all of the page, so that a choice and a note travel along when somebody changes the language or the zone
 * first. Only `send` answers. For the words of a refusal the language must be known, so the action looks at what this
 * lets through.
 */
export const answerSchema = z.object({
  token: z.string(),
  /** The time that the page showed. Anything else is not the meeting's, and the page shows again what is. */
  time: z.string().catch(""),
  answer: z.string().optional().transform(choiceOf),
  note: z.string().catch(""),
  /** `zones` asks for the list of zones, `zone` takes the one chosen in it; a button for a language brings only that. */
  intent: z.enum(["send", "zones", "zone"]).optional().catch(undefined),
  locale: z.enum(locales).optional().catch(undefined),
  timeZone: z.string().refine(isNamedZone).optional().catch(undefined),
});

export type TypedAnswer = z.output<typeof answerSchema>;
