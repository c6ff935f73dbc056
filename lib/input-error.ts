import type { errors } from "@/lib/words/en/pages/errors";

type Sentences = typeof errors;

/** Those that need no facts. */
export type PlainCode = { [Code in keyof Sentences]: Sentences[Code] extends string ? Code : never }[keyof Sentences];

type WithFacts = {
  [Code in keyof Sentences]: Sentences[Code] extends (facts: infer Facts) => string ? { code: Code } & Facts : never;
}[keyof Sentences];

/** What is wrong with something typed: a code, and the facts that its sentence needs (lib/words/en/pages/errors.ts). */
export type InputError = { code: PlainCode } | WithFacts;

/** By field name. */
export type FieldErrors = Partial<Record<string, InputError[]>>;

/** As the message of zod's own checks. */
export const plain = (code: PlainCode): string => code;

/** For zod's `refine` and `addIssue`. */
export const wrong = (error: InputError) => ({ code: "custom" as const, message: error.code, params: error });

/** Back from what zod found. A check without a code of ours is met by no browser's form. */
export function errorOf(issue: { message: string; params?: Record<string, unknown> }): InputError {
  return (issue.params ?? { code: issue.message }) as InputError;
}
