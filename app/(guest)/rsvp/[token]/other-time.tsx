import { Banner } from "@/app/_components/banner";
import type { Asked } from "@/app/asked";
import type { Time } from "@/lib/participants/answered-time";
import { otherTime } from "@/lib/time/when";

/** After a silent change, the person's mail or answer may have another time than the page. */
export function OtherTime({ asked: { person, locale, words } }: { asked: Asked }) {
  const { startsAt, endsAt, timeZone, ownZone, outdatedTime, answeredOther } = person;
  const said = (time: Time) => otherTime(time, { startsAt, endsAt, timeZone, viewerZone: ownZone, locale });
  const answered = answeredOther && words.answeredOther[answeredOther.answer](said(answeredOther));
  if (!outdatedTime && !answered) return null;
  const more = person.answer === "NONE" && [outdatedTime && answered, words.answerAnew].filter(Boolean).join(" ");
  return (
    <Banner tone={more ? "warning" : "info"} title={outdatedTime ? words.outdatedTime(said(outdatedTime)) : answered}>
      {more}
    </Banner>
  );
}
