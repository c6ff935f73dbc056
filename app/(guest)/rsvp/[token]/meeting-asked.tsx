import { DataList } from "@/app/_components/data-list";
import { whenLines } from "@/lib/invitations/when";
import type { Asked } from "./load";

type Props = {
  asked: Asked;
  /** Also what stands elsewhere on a page that has the form. */
  whole?: boolean;
};

/** When, by whom, and what was answered so far. */
export function MeetingAsked({ asked: { person, locale, words }, whole }: Props) {
  const { startsAt, endsAt, timeZone, ownZone, answer, answerNote } = person;
  const [first, second] = whenLines({ startsAt, endsAt, timeZone, viewerZone: ownZone, locale });
  const whose = second ? words.yourZone : ownZone ? words.bothZones : words.meetingZone;
  const when = (
    <>
      <When line={first!} whose={whose} />
      {second && <When line={second} whose={words.meetingZone} />}
    </>
  );
  const items = [
    { term: words.when, detail: when },
    whole && { term: words.organiser, detail: <bdi>{person.organiser}</bdi> },
    answer !== "NONE" && { term: words.yourAnswer, detail: words[answer] },
    whole && answerNote && { term: words.yourNote, detail: <Note text={answerNote} /> },
  ];
  return <DataList stacked items={items.filter((item) => typeof item === "object")} />;
}

const When = ({ line, whose }: { line: string; whose: string }) => (
  <p className="not-first:mt-1.5">
    {line} <span className="block text-ink-muted text-sm">{whose}</span>
  </p>
);

const Note = ({ text }: { text: string }) => (
  <p dir="auto" className="whitespace-pre-wrap">
    {text}
  </p>
);
