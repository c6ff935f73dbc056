import { Card } from "@/app/_components/card";
import { DataList } from "@/app/_components/data-list";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import { placeOf } from "@/lib/domains/base-url";
import { zonedClockAt } from "../clock";
import { Description } from "./description";
import type { MeetingView } from "./load";
import { mailedLinksText } from "./mailed-links";
import { reminderText } from "./reminder-state";

export function MeetingDetails(view: MeetingView) {
  const { domain, description, reminders } = view.meeting;
  const words = pageWords().meetingPage.facts;
  const place = placeOf(domain.baseUrl);
  return (
    <Card>
      <DataList
        items={[
          {
            term: words.where,
            detail: domain.label === place ? place : words.domainAt(domain.label, place),
          },
          { term: words.links, detail: <Links {...view} /> },
          ...(reminders.length > 0 ? [{ term: words.reminders, detail: <Reminders {...view} /> }] : []),
          ...(description ? [{ term: words.description, detail: <Description text={description} /> }] : []),
        ]}
      />
    </Card>
  );
}

function Links({ meeting, problems, outdated, linksEndAt, timeZone, now, isCancelled, isOver }: MeetingView) {
  const { meetings, meetingPage } = pageWords();
  if (isCancelled) {
    const { workUntil, allEnded } = meetings.links;
    return linksEndAt ? workUntil(zonedClockAt(linksEndAt, timeZone, now)) : allEnded;
  }
  // Where a banner offers it, once is enough.
  const canChange = !isOver && !problems.some(({ code }) => code === "stale-links");
  return (
    <>
      {mailedLinksText(meeting, outdated, timeZone, meetings)}{" "}
      {canChange && (
        <Link href={`/meetings/${meeting.id}/edit?room=new`} className="underline underline-offset-2 hover:text-ink">
          {meetingPage.facts.changeRoom}
        </Link>
      )}
    </>
  );
}

/** Each with what became of it. */
function Reminders({ meeting, timeZone, now }: MeetingView) {
  const words = pageWords().reminders;
  return (
    <ul>
      {meeting.reminders.map((reminder) => (
        <li key={reminder.id}>{reminderText(reminder, words, { endsAt: meeting.endsAt, timeZone, now })}</li>
      ))}
    </ul>
  );
}
