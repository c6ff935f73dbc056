import { Banner } from "@/app/_components/banner";
import type { Asked } from "@/app/asked";
import type { Time } from "@/lib/participants/answered-time";
import { otherTime } from "@/lib/time/when";

/** To somebody who was told of another time than the one above, or has answered to it: the organiser may move silently. */
export function OtherTime({ asked: { person, locale, words } }: { asked: Asked }) {
  const { startsAt, endsAt, timeZone, ownZone, toldOther, answeredOther } = person;
  const said = (time: Time) => otherTime(time, { startsAt, endsAt, timeZone, viewerZone: ownZone, locale });
  const answered = answeredOther && words.answeredOther[answeredOther.answer](said(answeredOther));
  if (!toldOther && !answered) return null;
  const more = person.answer === "NONE" && [toldOther && answered, words.answerAnew].filter(Boolean).join(" ");
  return (
    <Banner tone={more ? "warning" : "info"} title={toldOther ? words.toldOther(said(toldOther)) : answered}>
      {more}
    </Banner>
  );
}
