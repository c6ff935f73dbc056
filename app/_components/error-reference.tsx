import { pageWords } from "@/app/_words/page-words";
/** The digest stands in the server's log beside the whole error, which the browser never gets. */
export function ErrorReference({ error }: { error: unknown }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  if (!digest) return null;
  return (
    <p className="text-ink-muted text-sm">
      {pageWords().failures.reference} <code className="font-mono">{digest}</code>
    </p>
  );
}
