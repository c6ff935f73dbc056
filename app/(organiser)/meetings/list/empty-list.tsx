import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { pageWords } from "@/app/_words/page-words";
import { domainChoices } from "@/lib/domains/queries";
import type { ListQuery } from "@/lib/meetings/read/list";
import { runtime } from "@/lib/runtime";
import { NoDomain } from "../no-domain";
import { listHref } from "./list-controls";

export async function EmptyList({ query, isAdmin }: { query: ListQuery; isAdmin: boolean }) {
  const { show, q, after, before } = query;
  const words = pageWords().meetings;
  const { empty } = words;
  if (q.trim() !== "") {
    return (
      <EmptyState
        title={empty.notFound[show](q.trim())}
        action={<LinkButton href={listHref({ show })}>{empty.showAll[show]}</LinkButton>}
      >
        {empty.searchHint}
      </EmptyState>
    );
  }
  if (after || before) {
    const action = <LinkButton href={listHref({ show })}>{empty.firstPage}</LinkButton>;
    return <EmptyState title={empty.noMore} action={action} />;
  }
  if (show === "past") return <EmptyState title={empty.past}>{empty.pastHint}</EmptyState>;
  if ((await domainChoices(runtime().db)).length === 0) return <NoDomain isAdmin={isAdmin} />;
  return (
    <EmptyState
      title={empty.upcoming}
      action={
        <LinkButton href="/meetings/new" tone="primary">
          {words.schedule}
        </LinkButton>
      }
    >
      {empty.upcomingHint}
    </EmptyState>
  );
}
