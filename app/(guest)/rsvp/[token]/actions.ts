"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, publicAction } from "@/lib/action";
import { answerOf, answerSchema, preferencesSchema } from "@/lib/answers/answer-form";
import { longestNote } from "@/lib/answers/note";
import { savePreferences } from "@/lib/answers/preferences";
import { recordAnswer } from "@/lib/answers/record";
import { runtime } from "@/lib/runtime";
import { cleanText } from "@/lib/text";
import { requireAsked } from "./load";

const pathOf = (token: string) => `/rsvp/${encodeURIComponent(token)}`;

export const answerAction = publicAction(answerSchema, async ({ token, sequence, answer, note }) => {
  const { person, words } = await requireAsked(token);
  const fieldErrors: FormState["fieldErrors"] = {};
  if (!answer) fieldErrors.answer = [words.choose];
  if (cleanText(note).length > longestNote) fieldErrors.note = [words.noteTooLong(longestNote)];
  if (!answer || fieldErrors.note) return { fieldErrors };

  const now = new Date();
  const result = await recordAnswer(runtime().db, {
    participantId: person.id,
    answer: answerOf[answer],
    note,
    via: "WEB",
    sequence,
    stampedAt: now,
    proposal: "",
    now,
  });
  if (!result.ok && result.reason === "outdated") {
    // With the new time on the page, and its sequence in the form.
    revalidatePath(pathOf(token));
    return { formErrors: [words.moved] };
  }
  // Refused for another reason, the page says which.
  return redirect(result.ok ? `${pathOf(token)}?saved=yes` : pathOf(token));
});

const preferences = publicAction(preferencesSchema, async ({ token, locale, timeZone }) => {
  const { person } = await requireAsked(token);
  await savePreferences(runtime().db, { participantId: person.id, locale, timeZone });
  return redirect(pathOf(token));
});

export async function preferencesAction(form: FormData): Promise<void> {
  await preferences({}, form);
}
