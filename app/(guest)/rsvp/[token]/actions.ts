"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { publicAction } from "@/app/_words/actions";
import { type Asked, requireAsked } from "@/app/asked";
import { answerOf, answerSchema, maxNoteLength, type TypedAnswer } from "@/lib/answers/answer-form";
import { recordAnswer } from "@/lib/answers/record";
import { savePreferences } from "@/lib/participants/preferences";
import { runtime } from "@/lib/runtime";
import { cleanText } from "@/lib/text";
import { timeZoneGroups } from "@/lib/time/zone-groups";
import type { AnswerState } from "./answer-state";

const pathOf = (token: string) => `/rsvp/${encodeURIComponent(token)}`;

export const answerAction = publicAction<typeof answerSchema, AnswerState>(answerSchema, async (typed) => {
  const asked = await requireAsked(typed.token);
  return typed.intent === "send" ? send(typed, asked) : prefer(typed, asked);
});

async function send({ token, time, answer, note }: TypedAnswer, { person, words }: Asked): Promise<AnswerState> {
  const fieldErrors: AnswerState["fieldErrors"] = {};
  if (!answer) fieldErrors.answer = [words.choose];
  if (cleanText(note).length > maxNoteLength) fieldErrors.note = [words.noteTooLong(maxNoteLength)];
  if (!answer || fieldErrors.note) return { fieldErrors };

  const now = new Date();
  const result = await recordAnswer(runtime().db, {
    participantId: person.id,
    answer: answerOf[answer],
    note,
    via: "WEB",
    time,
    now,
  });
  if (!result.ok && result.reason === "outdated") {
    // With the new time on the page, and in the form.
    revalidatePath(pathOf(token));
    return { formErrors: [words.moved] };
  }
  if (!result.ok && result.reason === "too-many") return { formErrors: [words.tooMany] };
  // Refused for another reason, the page says which.
  return redirect(result.ok ? `${pathOf(token)}?saved=yes` : pathOf(token));
}

/** The answer is not sent by this: it comes back as it was typed. */
async function prefer(
  { token, intent, locale, timeZone }: TypedAnswer,
  { person, locale: shown }: Asked,
): Promise<AnswerState> {
  const chosenZone = intent === "zone" ? timeZone : undefined;
  if (locale || chosenZone) {
    await savePreferences(runtime().db, { participantId: person.id, locale, timeZone: chosenZone });
    revalidatePath(pathOf(token));
  }
  // Only when asked for: the 418 zones are most of the bytes, and mail scanners load the page as well.
  const choosing = intent === "zones" || (intent !== "zone" && timeZone !== undefined);
  return choosing ? { zones: timeZoneGroups(new Date(), locale ?? shown) } : {};
}
