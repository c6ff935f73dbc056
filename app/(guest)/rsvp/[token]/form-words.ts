import { answerOf, type Choice, choices } from "@/lib/answers/answer-form";
import { longestNote } from "@/lib/answers/note";
import type { Asked } from "./load";

/** What the form says, as plain texts: functions do not reach the browser. */
export function formWords({ person, words }: Asked) {
  const { accept, tentative, decline, note, send, sending, notSent } = words;
  return {
    ...{ accept, tentative, decline, note, send, sending, notSent },
    legend: person.answer === "NONE" ? words.question : words.change,
    noteHint: words.noteHint(person.organiser, longestNote),
  };
}

export type FormWords = ReturnType<typeof formWords>;

export const choiceGiven = (answer: Asked["person"]["answer"]): Choice | undefined =>
  choices.find((choice) => answerOf[choice] === answer);
