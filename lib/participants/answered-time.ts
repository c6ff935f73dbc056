/** When a meeting is: what an answer is an answer to. */
export type Time = { startsAt: Date; endsAt: Date };

export const sameTime = (one: Time, other: Time): boolean =>
  +one.startsAt === +other.startsAt && +one.endsAt === +other.endsAt;

/** As the form of the answer page carries it: to be compared, and never read. */
export const writeTime = ({ startsAt, endsAt }: Time): string => `${+startsAt}-${+endsAt}`;

type Answered = { answerStartsAt: Date | null; answerEndsAt: Date | null };

/** The time that somebody has answered to last; null: none, or they were asked anew since. */
export function answeredTime({ answerStartsAt: startsAt, answerEndsAt: endsAt }: Answered): Time | null {
  return startsAt && endsAt && { startsAt, endsAt };
}

/** Whether what somebody answered is an answer to this time. In SQL: `answerTo` in lib/participants/answer-counts.ts. */
export function isAnswerTo(time: Time, person: Answered): boolean {
  const answered = answeredTime(person);
  return answered !== null && sameTime(answered, time);
}
