import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { Tabs } from "@/app/_components/tabs";
import { requireOrganiser } from "@/lib/auth";
import { type ListQuery, listMeetings, listQuery, type MeetingPage } from "@/lib/meetings/read/list";
import { notInvited } from "@/lib/meetings/read/not-invited";
import { runtime } from "@/lib/runtime";
import { EmptyList } from "./empty-list";
import { listHref } from "./list-href";
import { MeetingList } from "./meeting-list";
import { NotInvitedBanner } from "./not-invited-banner";
import { SearchForm } from "./search-form";
import { zoneName } from "./zone-name";

export const metadata: Metadata = { title: "Meetings" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MeetingsPage({ searchParams }: Props) {
  const organiser = await requireOrganiser();
  const query = listQuery.parse(await searchParams);
  const now = new Date();
  const page = await listMeetings(runtime().db, { viewer: organiser, query, now });
  // Then the same button stands below, with what it is good for.
  const isEmpty = page.meetings.length === 0 && query.show === "upcoming" && query.q === "";
  const tab = (show: ListQuery["show"], label: string) => ({
    href: listHref({ show, q: query.q }),
    label,
    current: query.show === show,
  });
  return (
    <>
      <PageHeader
        title="Meetings"
        description={`Times are shown in ${zoneName(organiser.timeZone)}.`}
        actions={
          !isEmpty && (
            <LinkButton href="/meetings/new" tone="primary">
              Schedule a meeting
            </LinkButton>
          )
        }
      />
      <NotInvitedBanner meetings={await notInvited(runtime().db, { viewer: organiser, now })} />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Tabs label="Which meetings" tabs={[tab("upcoming", "Upcoming"), tab("past", "Past")]} />
        <SearchForm query={query} />
      </div>
      {page.meetings.length > 0 ? (
        <MeetingList meetings={page.meetings} timeZone={organiser.timeZone} now={now} />
      ) : (
        <EmptyList query={query} isAdmin={organiser.role === "ADMIN"} />
      )}
      <Pages query={query} page={page} />
    </>
  );
}

/** Upcoming meetings run towards later ones, past ones towards earlier ones. */
function Pages({ query, page }: { query: ListQuery; page: MeetingPage }) {
  const { show, q } = query;
  const [back, on] = show === "upcoming" ? ["Earlier", "Later"] : ["Later", "Earlier"];
  return (
    <Pagination
      previous={page.newer ? { href: listHref({ show, q, before: page.newer }), label: back } : undefined}
      next={page.older ? { href: listHref({ show, q, after: page.older }), label: on } : undefined}
    />
  );
}
