import { Banner } from "@/app/_components/banner";
import { DataList } from "@/app/_components/data-list";
import type { Asked } from "@/app/asked";
import type { Time } from "@/lib/time/start-and-end";
import { otherTime, whenLines } from "@/lib/time/when";
import { DeviceTime } from "./device-time";
import { WhenLine } from "./when-line";

export function WhenAsked({ asked: { person, locale, words } }: { asked: Asked }) {
  const { startsAt, endsAt, timeZone, ownZone } = person;
  const [first, second] = whenLines({ startsAt, endsAt, timeZone, viewerZone: ownZone, locale });
  const whose = second ? words.yourZone : ownZone ? words.bothZones : words.meetingZone;
  const shownZones = second && ownZone ? [ownZone, timeZone] : [timeZone];
  const detail = (
    <>
      <WhenLine line={first!} whose={whose} />
      {second && <WhenLine line={second} whose={words.meetingZone} />}
      <DeviceTime {...{ startsAt, endsAt, shownZones, locale }} whose={words.deviceZone} />
    </>
  );
  return <DataList stacked items={[{ term: words.when, detail }]} />;
}

type Props = {
  asked: Asked;
  /** Also what stands elsewhere on a page that has the form. */
  whole?: boolean;
};

/** By whom, and what was answered so far. */
export function FactsAsked({ asked: { person, words }, whole }: Props) {
  const { answer, answerNote } = person;
  const items = [
    whole && { term: words.organiser, detail: <bdi>{person.organiser}</bdi> },
    answer !== "NONE" && { term: words.yourAnswer, detail: words[answer] },
    whole && answerNote && { term: words.yourNote, detail: <Note text={answerNote} /> },
  ].filter((item) => typeof item === "object");
  return items.length > 0 && <DataList stacked items={items} />;
}

const Note = ({ text }: { text: string }) => (
  <p dir="auto" className="whitespace-pre-wrap">
    {text}
  </p>
);

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
