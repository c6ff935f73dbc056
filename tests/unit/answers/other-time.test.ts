import { expect, test } from "vitest";
import { wordsIn } from "@/lib/words/words-in";

test.each([
  [
    "en",
    "The time has changed: your invitation still says 10:00–11:00.",
    ["You accepted 10:00–11:00.", "You answered “Maybe” to 10:00–11:00.", "You declined 10:00–11:00."],
  ],
  [
    "de",
    "Der Termin hat sich geändert: In Ihrer Einladung steht noch 10:00–11:00.",
    [
      "Sie haben für 10:00–11:00 zugesagt.",
      "Sie haben für 10:00–11:00 mit „Vielleicht“ geantwortet.",
      "Sie haben für 10:00–11:00 abgesagt.",
    ],
  ],
  [
    "fr",
    "La date ou l’heure a changé\u202f: votre invitation indique encore 10:00–11:00.",
    [
      "Pour 10:00–11:00, vous aviez accepté.",
      "Pour 10:00–11:00, vous aviez répondu «\u202fPeut-être\u202f».",
      "Pour 10:00–11:00, vous aviez refusé.",
    ],
  ],
  [
    "es",
    "La fecha o la hora ha cambiado: su invitación aún indica 10:00–11:00.",
    [
      "Para 10:00–11:00 usted respondió «Aceptar».",
      "Para 10:00–11:00 usted respondió «Quizás».",
      "Para 10:00–11:00 usted respondió «Rechazar».",
    ],
  ],
] as const)("the page says in %s what somebody was told, and what they answered to it", (locale, told, answered) => {
  const { outdatedTime, answeredOther } = wordsIn(locale).answers;
  const time = "10:00–11:00";
  expect(outdatedTime(time)).toBe(told);
  const { ACCEPTED, TENTATIVE, DECLINED } = answeredOther;
  expect([ACCEPTED, TENTATIVE, DECLINED].map((says) => says(time))).toEqual(answered);
});
