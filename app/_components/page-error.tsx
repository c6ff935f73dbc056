import { Button } from "./button";
import { ErrorReference } from "./error-reference";
import { PageHeader } from "./page-header";

/** In place of a page that failed, inside the shell: the way to everything else stays. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-4">
      <PageHeader
        title="That did not work"
        description="Something failed on our side. What was saved before is still saved; please try again."
      />
      <ErrorReference error={error} />
      <Button tone="primary" onClick={() => retry()}>
        Try again
      </Button>
    </div>
  );
}
