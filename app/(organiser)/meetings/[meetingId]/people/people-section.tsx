import { Pagination } from "@/app/_components/pagination";
import { Tabs } from "@/app/_components/tabs";
import { pageWords } from "@/app/_words/page-words";
import { answersVersion } from "@/lib/meetings/read/answers-version";
import { AnswersLive } from "../live/answers-live";
import type { MeetingView } from "../load";
import { isStoredLocally } from "./delivery-state";
import { type PeopleTab, peopleShown, peopleTabs, shownTab } from "./people-shown";
import { PersonItem } from "./person-item";

/** How often an open page asks for new answers: seldom while the meeting is more than a day away. */
const soonMs = 1_000;
const farMs = 5_000;
const dayMs = 24 * 3600_000;

type Props = { view: MeetingView; query: { show: unknown; page: unknown } };

export function PeopleSection({ view, query }: Props) {
  const { meeting, outdated, isCancelled, isOver } = view;
  const words = pageWords().meetingPage.people;
  const tab = shownTab(query.show);
  const { people, page, pages, counts } = peopleShown(meeting.participants, tab, query.page);
  const { total } = meeting.progress;
  const href = (show: PeopleTab, number = 1) => {
    const parameters = new URLSearchParams({
      ...(show !== "all" && { show }),
      ...(number > 1 && { page: `${number}` }),
    });
    return `/meetings/${meeting.id}${parameters.size > 0 ? `?${parameters}` : ""}`;
  };
  const tabs = peopleTabs
    .filter((show) => !(isCancelled && show === "unanswered"))
    // Not one that shows everybody, as the first does.
    .filter((show) => show === "all" || show === tab || (counts[show] > 0 && counts[show] < total))
    .map((show) => ({ href: href(show), label: words.tabs[show], count: counts[show], current: show === tab }));
  const outdatedOf = new Map(outdated.map((person) => [person.participantId, person]));
  return (
    <section aria-labelledby="people" className="flex flex-col gap-3">
      <div>
        <h2 id="people" className="font-semibold text-base">
          {total === 1 ? words.onlyYou : words.youAnd(total - 1)}
        </h2>
        <Summary {...view} />
      </div>
      {tabs.length > 2 && <Tabs label={words.which} tabs={tabs} />}
      {people.length === 0 ? (
        <p className="py-6 text-center text-ink-muted">{words.nobody}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {people.map((person) => (
            <PersonItem key={person.id} person={person} view={view} outdated={outdatedOf.get(person.id)?.changes} />
          ))}
        </ul>
      )}
      {!isCancelled && !isOver && (
        <AnswersLive
          url={`/meetings/${meeting.id}/version`}
          version={answersVersion(meeting)}
          everyMs={+meeting.startsAt - +view.now > dayMs ? farMs : soonMs}
        />
      )}
      <Pagination
        previous={page > 1 ? { href: href(tab, page - 1), label: words.previous } : undefined}
        next={page < pages ? { href: href(tab, page + 1), label: words.next } : undefined}
      />
    </section>
  );
}

/** How many mails were accepted, and how many people have answered. */
function Summary({ meeting, isCancelled }: MeetingView) {
  const { meetings, deliveries } = pageWords();
  const { total, accepted } = meeting.progress;
  const local = meeting.participants.some(
    ({ delivery }) => delivery?.status === "ACCEPTED" && isStoredLocally(delivery),
  );
  const all = local ? deliveries.allLocal(total) : deliveries.allAccepted(total);
  const otherTime = meeting.participants.filter(({ otherAnswer }) => otherAnswer !== null).length;
  const answers = total > 1 ? meeting.answers : { ACCEPTED: 0, TENTATIVE: 0, DECLINED: 0, NONE: 0 };
  return (
    <>
      {/* Always there: a screen reader announces only what changes inside it. */}
      <p role="status" className="text-ink-muted text-sm">
        {accepted === total ? all : local && deliveries.someLocal}
      </p>
      <p role="status" className="text-sm">
        {meetings.answers({ ...answers, NONE: isCancelled ? 0 : answers.NONE, otherTime })}
      </p>
    </>
  );
}
