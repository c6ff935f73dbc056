import { z } from "zod";
import { locales } from "@/lib/locale";
import { isNamedZone } from "@/lib/time/wall-time";

/** UTF-16 units. */
export const maxNoteLength = 500;

export const answerOf = { accept: "ACCEPTED", tentative: "TENTATIVE", decline: "DECLINED" } as const;

export type Choice = keyof typeof answerOf;

export const choices = Object.keys(answerOf) as Choice[];

export const choiceOf = (text: unknown): Choice | undefined => choices.find((choice) => choice === text);

// One form for the whole page, so a choice and a note survive a change of language or zone.
// The action checks the length of the note, because its error needs the person's language.
export const answerSchema = z.object({
  token: z.string(),
  /** The time that the page showed (`writeTime`). Any other text counts as outdated. */
  time: z.string().catch(""),
  answer: z.string().optional().transform(choiceOf),
  note: z.string().catch(""),
  /** `zones` asks for the list of zones, `zone` saves the one chosen in it. A language's button sends only `locale`. */
  intent: z.enum(["send", "zones", "zone"]).optional().catch(undefined),
  locale: z.enum(locales).optional().catch(undefined),
  timeZone: z.string().refine(isNamedZone).optional().catch(undefined),
});

export type TypedAnswer = z.output<typeof answerSchema>;
