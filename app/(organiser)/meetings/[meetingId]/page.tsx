import type { Metadata } from "next";
import { Badge } from "@/app/_components/badge";
import { Banner } from "@/app/_components/banner";
import { PageHeader } from "@/app/_components/page-header";
import { whenLines } from "@/lib/invitations/when";
import { faultyLinks } from "@/lib/meetings/link-health";
import { removedPeople } from "@/lib/meetings/removed";
import { unreachedPeople } from "@/lib/meetings/unreached";
import { runtime } from "@/lib/runtime";
import { MeetingActions } from "./actions-bar";
import { FaultyLinks } from "./faulty-links";
import { meetingOf, type Params } from "./load";
import { MeetingFacts } from "./meeting-facts";
import { PeopleSection } from "./people-section";
import { Progress } from "./progress";
import { RemovedSection } from "./removed-section";
import { StartRefused } from "./start-refused";
import { UnreachedPeople } from "./unreached";

type Props = { params: Params; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await meetingOf((await params).meetingId);
  return { title: meeting.title };
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const { organiser, meeting } = await meetingOf((await params).meetingId);
  const { start, saved, show, page } = await searchParams;
  const now = new Date();
  const removed = await removedPeople(runtime().db, { meetingId: meeting.id, organiserId: organiser.id });
  const unreached = await unreachedPeople(runtime().db, meeting.id);
  const links = await faultyLinks(runtime().db, { meetingId: meeting.id, now });
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
        actions={!cancelled && <MeetingActions meeting={meeting} now={now} />}
      />
      <StartRefused reason={start} />
      <div role="status" className="empty:hidden">
        {saved === "yes" && <Banner tone="success">The changes are saved.</Banner>}
      </div>
      <FaultyLinks meetingId={meeting.id} links={links} />
      <UnreachedPeople meeting={meeting} people={unreached} now={now} />
      <Progress meeting={meeting} removed={removed} />
      <MeetingFacts meeting={meeting} timeZone={organiser.timeZone} now={now} />
      <PeopleSection meeting={meeting} timeZone={organiser.timeZone} now={now} query={{ show, page }} />
      <RemovedSection meeting={meeting} people={removed} timeZone={organiser.timeZone} now={now} />
    </>
  );
}
