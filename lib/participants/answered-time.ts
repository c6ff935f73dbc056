export type Time = { startsAt: Date; endsAt: Date };

export const sameTime = (one: Time, other: Time): boolean =>
  +one.startsAt === +other.startsAt && +one.endsAt === +other.endsAt;

/** For the answer form. Compared as a whole, never parsed. */
export const writeTime = ({ startsAt, endsAt }: Time): string => `${+startsAt}-${+endsAt}`;

type Answered = { answerStartsAt: Date | null; answerEndsAt: Date | null };

/** The time of the last answer. Null: no answer, or asked again since. */
export function answeredTime({ answerStartsAt: startsAt, answerEndsAt: endsAt }: Answered): Time | null {
  return startsAt && endsAt && { startsAt, endsAt };
}

/** In SQL: `answerTo` in lib/participants/answer-counts.ts. */
export function isAnswerTo(time: Time, person: Answered): boolean {
  const answered = answeredTime(person);
  return answered !== null && sameTime(answered, time);
}
