import { pageWords } from "@/app/_words/page-words";
import { Button } from "./button";
import { ErrorReference } from "./error-reference";
import { PageHeader } from "./page-header";

/** In place of a page that failed, inside the shell: the way to everything else stays. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const words = pageWords().failures;
  return (
    <div role="alert" className="flex flex-col items-start gap-4">
      <PageHeader title={words.title} description={words.savedIsSafe} />
      <ErrorReference error={error} />
      <Button tone="primary" onClick={() => retry()}>
        {words.tryAgain}
      </Button>
    </div>
  );
}
