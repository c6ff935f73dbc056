import { Badge } from "@/app/_components/badge";
import { classNames } from "@/app/_components/class-names";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import type { ListedMeeting } from "@/lib/meetings/read/list";
import { zoneName } from "@/lib/time/when";
import { clockRange, sameClock } from "../clock";
import { undeliveredSentences } from "../undelivered";

type Props = { meeting: ListedMeeting; timeZone: string; now: Date };

export function MeetingRow({ meeting, timeZone, now }: Props) {
  const { id, title, startsAt, endsAt, status, domain, participants } = meeting;
  const { meetings: words, problems } = pageWords();
  const cancelled = status === "CANCELLED";
  const running = !cancelled && startsAt <= now && now < endsAt;
  const elsewhere = sameClock(startsAt, timeZone, meeting.timeZone) ? null : meeting.timeZone;
  return (
    <li className="relative grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-sunken/60 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <p className={classNames("font-medium tabular-nums", cancelled && "text-ink-muted line-through")}>
        {clockRange(meeting, timeZone)}
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
          {cancelled && <Badge>{words.cancelled}</Badge>}
          {running && <Badge tone="info">{words.running}</Badge>}
          {meeting.faultyLinks > 0 && <Badge tone="warning">{words.faultyLinks(meeting.faultyLinks)}</Badge>}
          {meeting.outdated > 0 && <Badge tone="warning">{words.outdated(meeting.outdated)}</Badge>}
          {undeliveredSentences(meeting, problems).map(({ tone, text }) => (
            <Badge key={text} tone={tone}>
              {text}
            </Badge>
          ))}
        </div>
        <p className="wrap-anywhere text-ink-muted text-sm">
          {[
            domain,
            participants === 0 ? words.onlyYou : words.youAnd(participants),
            !cancelled &&
              words.answers({
                ACCEPTED: meeting.accepted,
                TENTATIVE: meeting.tentative,
                DECLINED: meeting.declined,
              }),
            elsewhere && words.clockElsewhere(clockRange(meeting, elsewhere), zoneName(elsewhere)),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}
