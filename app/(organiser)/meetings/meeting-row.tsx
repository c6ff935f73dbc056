import Link from "next/link";
import { Badge } from "@/app/_components/badge";
import { classNames } from "@/app/_components/class-names";
import type { ListedMeeting } from "@/lib/meetings/read/list";
import { answersInWords } from "./answers-in-words";
import { clockRange, sameClock } from "./clock-range";
import { inWords } from "./in-words";
import { unreachedInWords } from "./unreached-in-words";
import { zoneName } from "./zone-name";

type Props = { meeting: ListedMeeting; timeZone: string; now: Date };

export function MeetingRow({ meeting, timeZone, now }: Props) {
  const { id, title, startsAt, endsAt, status, domain, participants } = meeting;
  const cancelled = status === "CANCELLED";
  const going = !cancelled && startsAt <= now && now < endsAt;
  const elsewhere = sameClock(startsAt, timeZone, meeting.timeZone) ? null : meeting.timeZone;
  return (
    <li className="relative grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-sunken/60 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <p className={classNames("font-medium tabular-nums", cancelled && "text-ink-muted line-through")}>
        {clockRange(startsAt, endsAt, timeZone)}
      </p>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            href={`/meetings/${id}`}
            // The whole row is the target.
            className={classNames(
              "wrap-anywhere font-medium after:absolute after:inset-0 hover:underline",
              cancelled && "text-ink-muted",
            )}
          >
            {title}
          </Link>
          {cancelled && <Badge>Cancelled</Badge>}
          {going && <Badge tone="info">Going on now</Badge>}
          {meeting.faultyLinks > 0 && (
            <Badge tone="warning">{inWords(meeting.faultyLinks, "link no longer works", "links no longer work")}</Badge>
          )}
          {meeting.outdated > 0 && (
            <Badge tone="warning">{inWords(meeting.outdated, "person", "people")} not told of a change</Badge>
          )}
          {unreachedInWords(meeting).map(({ tone, words }) => (
            <Badge key={words} tone={tone}>
              {words}
            </Badge>
          ))}
        </div>
        <p className="wrap-anywhere text-ink-muted text-sm">
          {[
            domain,
            participants === 0 ? "only you" : `you and ${inWords(participants, "participant")}`,
            !cancelled &&
              answersInWords({ ACCEPTED: meeting.accepted, TENTATIVE: meeting.tentative, DECLINED: meeting.declined }),
            elsewhere && `${clockRange(startsAt, endsAt, elsewhere)} in ${zoneName(elsewhere)}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}
