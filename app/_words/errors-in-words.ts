import type { FormState } from "@/lib/action";
import { errorOf, type FieldErrors, type InputError } from "@/lib/input-error";
import { pageWords } from "./page-words";

/** The sentence for what is wrong with something typed. */
export function errorInWords(error: InputError): string {
  const { errors } = pageWords();
  const sentence = (errors[error.code] ?? errors.damaged) as string | ((facts: InputError) => string);
  return typeof sentence === "string" ? sentence : sentence(error);
}

/** What lib found wrong beside which field, as a form shows it. */
export function fieldErrorsInWords(errors: FieldErrors): FormState["fieldErrors"] {
  return Object.fromEntries(Object.entries(errors).map(([field, found]) => [field, found?.map(errorInWords)]));
}

/** For `z.flattenError`. */
export const issueInWords = (issue: Parameters<typeof errorOf>[0]): string => errorInWords(errorOf(issue));
