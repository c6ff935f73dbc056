import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { pageWords } from "@/app/_words/page-words";

/** Nothing can be scheduled before there is somewhere to meet. */
export function NoDomain({ isAdmin }: { isAdmin: boolean }) {
  const words = pageWords().meetings.noDomain;
  if (!isAdmin) return <EmptyState title={words.title}>{words.askAdmin}</EmptyState>;
  return (
    <EmptyState
      title={words.title}
      action={
        <LinkButton href="/domains/new" tone="primary">
          {words.add}
        </LinkButton>
      }
    >
      {words.addOne}
    </EmptyState>
  );
}
