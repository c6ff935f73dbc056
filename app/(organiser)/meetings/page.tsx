import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { PageHeader } from "@/app/_components/page-header";
import { pageWords } from "@/app/_words/page-words";
import { requireOrganiser } from "@/lib/auth";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { notInvited } from "@/lib/meetings/read/not-invited";
import { runtime } from "@/lib/runtime";
import { zoneName } from "@/lib/time/when";
import { EmptyList } from "./list/empty-list";
import { ListControls, ListPages } from "./list/list-controls";
import { MeetingList } from "./list/meeting-list";
import { NotInvitedBanner } from "./list/not-invited-banner";

export const metadata: Metadata = { title: pageWords().meetings.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MeetingsPage({ searchParams }: Props) {
  const organiser = await requireOrganiser();
  const query = listQuery.parse(await searchParams);
  const now = new Date();
  const page = await listMeetings(runtime().db, { viewer: organiser, query, now });
  const words = pageWords().meetings;
  // Then the same button stands below, with what it is good for.
  const isEmpty = page.meetings.length === 0 && query.show === "upcoming" && query.q === "";
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.timesIn(zoneName(organiser.timeZone))}
        actions={
          !isEmpty && (
            <LinkButton href="/meetings/new" tone="primary">
              {words.schedule}
            </LinkButton>
          )
        }
      />
      <NotInvitedBanner meetings={await notInvited(runtime().db, { viewer: organiser, now })} />
      <ListControls query={query} />
      {page.meetings.length > 0 ? (
        <MeetingList meetings={page.meetings} timeZone={organiser.timeZone} now={now} />
      ) : (
        <EmptyList query={query} isAdmin={organiser.role === "ADMIN"} />
      )}
      <ListPages query={query} page={page} />
    </>
  );
}
