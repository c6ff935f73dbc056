import type { Metadata } from "next";
import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/button";
import { PageHeader } from "@/app/_components/page-header";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import { type MeetingProblem, meetingProblems } from "@/lib/meetings/read/problems";
import { removedPeople } from "@/lib/meetings/read/removed";
import { lastLinkEndsAt } from "@/lib/meetings/read/stale-links";
import { runtime } from "@/lib/runtime";
import { whenLines } from "@/lib/time/when";
import { OldLinkBanner } from "../old-link-banner";
import { oldLinkGroups } from "../old-link-groups";
import { MeetingActions } from "./actions-bar";
import { FaultyLinks } from "./faulty-links";
import { Flash } from "./flash";
import { flashWords } from "./flash-words";
import { meetingOf, type Params } from "./load";
import { MeetingFacts } from "./meeting-facts";
import { PeopleSection } from "./people-section";
import { Progress } from "./progress";
import { RemovedSection } from "./removed-section";
import { StartRefused } from "./start-refused";
import { UnreachedPeople } from "./unreached";
import { UntoldPeople } from "./untold";

type Props = { params: Params; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await meetingOf((await params).meetingId);
  return { title: meeting.title };
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const { organiser, meeting } = await meetingOf((await params).meetingId);
  const { start, saved, scheduled, show, page } = await searchParams;
  const now = new Date();
  const { db, mail } = runtime();
  const [removed, problems, linksEndAt] = await Promise.all([
    removedPeople(db, { meetingId: meeting.id, viewer: organiser }),
    meetingProblems(db, meeting, now),
    lastLinkEndsAt(db, { meetingId: meeting.id, now }),
  ]);
  const untold = problems.flatMap((problem) => (problem.code === "outdated" ? problem.people : []));
  const [mine, theirs] = whenLines({ ...meeting, locale: "en", viewerZone: organiser.timeZone });
  const cancelled = meeting.status === "CANCELLED";
  const over = meeting.endsAt <= now;
  return (
    <>
      <PageHeader
        back={{ href: "/meetings", label: "Meetings" }}
        title={meeting.title}
        badge={
          <>
            {cancelled && <Badge>Cancelled</Badge>}
            {!cancelled && over && <Badge>Over</Badge>}
            {!cancelled && !over && meeting.startsAt <= now && <Badge tone="info">Going on now</Badge>}
          </>
        }
        description={
          <>
            <p className="text-ink">{mine}</p>
            {theirs && <p className="text-sm">{theirs}</p>}
          </>
        }
        actions={
          !cancelled && (
            <MeetingActions
              meeting={meeting}
              untold={untold}
              linksEndAt={linksEndAt}
              timeZone={organiser.timeZone}
              now={now}
            />
          )
        }
      />
      <StartRefused reason={start} />
      <Flash words={flashWords({ saved, scheduled }, { local: mail.latest().server === null })} />
      {problems.map((problem) => (
        <Problem key={problem.code} meeting={meeting} problem={problem} timeZone={organiser.timeZone} now={now} />
      ))}
      <Progress meeting={meeting} removed={removed} />
      <MeetingFacts
        meeting={meeting}
        untold={untold}
        linksEndAt={linksEndAt}
        offersRoom={problems.some(({ code }) => code === "stale-links")}
        timeZone={organiser.timeZone}
        now={now}
      />
      <PeopleSection meeting={meeting} untold={untold} timeZone={organiser.timeZone} now={now} query={{ show, page }} />
      <RemovedSection meeting={meeting} people={removed} timeZone={organiser.timeZone} now={now} />
    </>
  );
}

type ProblemProps = { meeting: MeetingDetails; problem: MeetingProblem; timeZone: string; now: Date };

function Problem({ meeting, problem, timeZone, now }: ProblemProps) {
  switch (problem.code) {
    case "faulty-links":
      return <FaultyLinks meetingId={meeting.id} links={problem.links} />;
    case "undelivered":
      return <UnreachedPeople meeting={meeting} people={problem.people} timeZone={timeZone} now={now} />;
    case "outdated":
      return <UntoldPeople meetingId={meeting.id} people={problem.people} />;
    case "stale-links":
      return (
        <OldLinkBanner
          groups={oldLinkGroups(problem.links, timeZone)}
          action={
            <LinkButton href={`/meetings/${meeting.id}/edit?room=new`} size="small">
              Change the room
            </LinkButton>
          }
        />
      );
  }
}
