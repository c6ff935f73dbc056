import { Pagination } from "@/app/_components/pagination";
import { Tabs } from "@/app/_components/tabs";
import { answersVersion } from "@/lib/meetings/read/answers-version";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { answersInWords } from "../answers-in-words";
import { clockRangeAt } from "../clock-range";
import { inWords } from "../in-words";
import { AnswersLive } from "./answers-live";
import { canResend } from "./can-resend";
import { allTaken, isKeptHere } from "./delivery-in-words";
import { peopleShown, shownWhich, type Which } from "./people-shown";
import { PersonItem } from "./person-item";

type Props = {
  meeting: MeetingDetails;
  untold: OutdatedPerson[];
  timeZone: string;
  now: Date;
  query: { show: unknown; page: unknown };
};

/** Answers first, then what became of the mails. */
const labels: Record<Which, string> = {
  all: "All",
  yes: "Accepted",
  maybe: "Maybe",
  no: "Declined",
  open: "No answer yet",
  failed: "Mail failed",
  kept: "Mail not sent",
  waiting: "Mail waiting",
  accepted: "Mail accepted",
};

export function PeopleSection({ meeting, untold, timeZone, now, query }: Props) {
  const which = shownWhich(query.show);
  const { people, page, pages, counts } = peopleShown(meeting.participants, which, query.page);
  const href = (show: Which, number = 1) => {
    const parameters = new URLSearchParams({
      ...(show !== "all" && { show }),
      ...(number > 1 && { page: `${number}` }),
    });
    return `/meetings/${meeting.id}${parameters.size > 0 ? `?${parameters}` : ""}`;
  };
  const local = meeting.participants.some(({ delivery }) => delivery?.status === "ACCEPTED" && isKeptHere(delivery));
  const { total, accepted } = meeting.progress;
  const cancelled = meeting.status === "CANCELLED";
  const tabs = (Object.keys(labels) as Which[])
    // Not one that shows everybody, as the first does.
    .filter((show) => !(cancelled && show === "open"))
    .filter((show) => show === "all" || show === which || (counts[show] > 0 && counts[show] < total))
    .map((show) => ({
      href: href(show),
      label: show === "accepted" && local ? "Mail kept" : labels[show],
      count: counts[show],
      current: show === which,
    }));
  const situation = { timeZone, now, saidKept: local };
  const untoldOf = new Map(untold.map((person) => [person.participantId, person]));
  const stale = meeting.participants.filter(({ otherAnswer }) => otherAnswer !== null).length;
  return (
    <section aria-labelledby="people" className="flex flex-col gap-3">
      <div>
        <h2 id="people" className="font-semibold text-base">
          {total === 1 ? "Only you" : `You and ${inWords(total - 1, "participant")}`}
        </h2>
        {/* Always there: a screen reader announces only what changes inside it. */}
        <p role="status" className="text-ink-muted text-sm">
          {accepted === total ? allTaken(total, local) : local && "Mails are kept on this machine, not sent out."}
        </p>
        <p role="status" className="text-sm">
          {total > 1 && answersInWords(cancelled ? { ...meeting.answers, NONE: 0 } : meeting.answers)}
          {stale > 0 && `; ${inWords(stale, "answer is", "answers are")} for another time`}
        </p>
      </div>
      {tabs.length > 2 && <Tabs label="Which participants" tabs={tabs} />}
      {people.length === 0 ? (
        <p className="py-6 text-center text-ink-muted">Nobody here any more.</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {people.map((person) => (
            <PersonItem
              key={person.id}
              meetingId={meeting.id}
              person={person}
              situation={situation}
              notTold={untoldOf.get(person.id)?.changes}
              answerFor={person.otherAnswer ? clockRangeAt(person.otherAnswer, timeZone, meeting.startsAt) : undefined}
              canResend={canResend(meeting, person.delivery, { now })}
            />
          ))}
        </ul>
      )}
      {meeting.status === "CONFIRMED" && meeting.endsAt > now && (
        <AnswersLive url={`/meetings/${meeting.id}/version`} version={answersVersion(meeting)} />
      )}
      <Pagination
        previous={page > 1 ? { href: href(which, page - 1), label: "Previous" } : undefined}
        next={page < pages ? { href: href(which, page + 1), label: "Next" } : undefined}
      />
    </section>
  );
}
