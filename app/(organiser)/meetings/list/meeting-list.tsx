import { pageWords } from "@/app/_words/page-words";
import type { ListedMeeting } from "@/lib/meetings/read/list";
import { groupByDay } from "./group-by-day";
import { MeetingRow } from "./meeting-row";

type Props = { meetings: ListedMeeting[]; timeZone: string; now: Date };

export function MeetingList({ meetings, timeZone, now }: Props) {
  const { days } = pageWords().meetings;
  return (
    <div className="flex flex-col gap-6">
      {groupByDay(meetings, { timeZone, now }).map((day) => (
        <section key={day.date} aria-labelledby={`day-${day.date}`} className="flex flex-col gap-2">
          <h2 id={`day-${day.date}`} className="flex flex-wrap gap-x-2 font-semibold text-base">
            {day.near && <span>{days[day.near]}</span>}
            <span className={day.near ? "font-normal text-ink-muted" : undefined}>{day.name}</span>
          </h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {day.meetings.map((meeting) => (
              <MeetingRow key={meeting.occurrenceId} meeting={meeting} timeZone={timeZone} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
