import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { domainChoices } from "@/lib/domains/queries";
import type { ListQuery } from "@/lib/meetings/read/list";
import { runtime } from "@/lib/runtime";
import { listHref } from "./list-href";
import { NoDomain } from "./no-domain";

export async function EmptyList({ query, isAdmin }: { query: ListQuery; isAdmin: boolean }) {
  const { show, q, after, before } = query;
  if (q.trim() !== "") {
    return (
      <EmptyState
        title={`No ${show} meeting has “${q.trim()}” in its title`}
        action={<LinkButton href={listHref({ show })}>Show all {show} meetings</LinkButton>}
      >
        The search finds any part of a title.
      </EmptyState>
    );
  }
  if (after || before) {
    return (
      <EmptyState
        title="Nothing more here"
        action={<LinkButton href={listHref({ show })}>To the first page</LinkButton>}
      />
    );
  }
  if (show === "past") {
    return <EmptyState title="No past meetings">Meetings move here when they are over.</EmptyState>;
  }
  if ((await domainChoices(runtime().db)).length === 0) return <NoDomain isAdmin={isAdmin} />;
  return (
    <EmptyState
      title="No upcoming meetings"
      action={
        <LinkButton href="/meetings/new" tone="primary">
          Schedule a meeting
        </LinkButton>
      }
    >
      Give it a time and a list of people. Everybody gets a calendar invitation with a personal link: no account, no
      password, and no way in for strangers.
    </EmptyState>
  );
}
