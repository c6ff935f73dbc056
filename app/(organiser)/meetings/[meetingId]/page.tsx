import type { Metadata } from "next";
import { Badge } from "@/app/_components/badge";
import { PageHeader } from "@/app/_components/page-header";
import { pageLanguage } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { whenLines } from "@/lib/time/when";
import { MeetingActions } from "./actions-bar";
import { type MeetingView, meetingOf, meetingView, type Params } from "./load";
import { MeetingDetails } from "./meeting-details";
import { PeopleSection } from "./people/people-section";
import { RemovedSection } from "./people/removed-section";
import { ProblemBanner, StartRefused } from "./problems/problem-banner";
import { Progress } from "./progress";
import { SavedBanner } from "./saved-banner";

type Props = { params: Params; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await meetingOf((await params).meetingId);
  return { title: meeting.title };
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const view = await meetingView((await params).meetingId);
  const { start, saved, scheduled, show, page } = await searchParams;
  const { meeting, timeZone } = view;
  const [mine, theirs] = whenLines({ ...meeting, locale: pageLanguage, viewerZone: timeZone });
  return (
    <>
      <PageHeader
        back={{ href: "/meetings", label: pageWords().meetings.title }}
        title={meeting.title}
        badge={<StateBadge {...view} />}
        description={
          <>
            <p className="text-ink">{mine}</p>
            {theirs && <p className="text-sm">{theirs}</p>}
          </>
        }
        actions={!view.isCancelled && <MeetingActions {...view} />}
      />
      <StartRefused reason={start} />
      <SavedBanner query={{ saved, scheduled }} local={!view.hasMailServer} sending={meeting.progress.queued > 0} />
      {view.problems.map((problem) => (
        <ProblemBanner key={problem.code} problem={problem} view={view} />
      ))}
      <Progress {...view} />
      <MeetingDetails {...view} />
      <PeopleSection view={view} query={{ show, page }} />
      <RemovedSection {...view} />
    </>
  );
}

function StateBadge({ meeting, isCancelled, isOver, now }: MeetingView) {
  const words = pageWords().meetings;
  if (isCancelled) return <Badge>{words.cancelled}</Badge>;
  if (isOver) return <Badge>{words.over}</Badge>;
  return meeting.startsAt <= now && <Badge tone="info">{words.running}</Badge>;
}
