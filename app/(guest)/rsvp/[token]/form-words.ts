import type { Asked } from "@/app/asked";
import { answerOf, type Choice, choices, maxNoteLength } from "@/lib/answers/answer-form";

/** What the form says, as plain texts: functions do not reach the browser. */
export function formWords({ person, words }: Asked) {
  const { accept, tentative, decline, note, send, sendAccept, sendTentative, sendDecline, sending } = words;
  const { notSent, oneMore, linkIsInMail, language, timeZone, otherZone, preferencesHint, save, saving } = words;
  return {
    ...{ accept, tentative, decline, note, send, sendAccept, sendTentative, sendDecline, sending },
    ...{ notSent, oneMore, linkIsInMail, language, timeZone, otherZone, preferencesHint, save, saving },
    answeringAs: words.answeringAs(person.name, person.email),
    legend: person.answer === "NONE" ? words.question : words.change,
    noteHint: words.noteHint(person.organiser, maxNoteLength),
  };
}

export type FormWords = ReturnType<typeof formWords>;

export const choiceGiven = (answer: Asked["person"]["answer"]): Choice | undefined =>
  choices.find((choice) => answerOf[choice] === answer);
