import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";

/** Nothing can be scheduled before there is somewhere to meet. */
export function NoDomain({ isAdmin }: { isAdmin: boolean }) {
  if (!isAdmin) {
    return (
      <EmptyState title="There is nowhere to meet yet">
        Meetings are held on a Jitsi domain, and none has been set up. Ask an admin of Latchkey to add one.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="There is nowhere to meet yet"
      action={
        <LinkButton href="/domains/new" tone="primary">
          Add a domain
        </LinkButton>
      }
    >
      Meetings are held on a Jitsi domain. Add yours with its app credential; after that everybody here can schedule.
    </EmptyState>
  );
}
