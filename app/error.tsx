"use client";

import { Button } from "@/app/_components/button";
import { ErrorReference } from "@/app/_components/error-reference";
import { GuestShell } from "@/app/_components/guest-shell";
import { useWords } from "@/app/_words/use-words";

type Props = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  const words = useWords().failures;
  return (
    <GuestShell title={words.title} description={words.savedIsSafe}>
      <ErrorReference error={error} />
      <Button tone="primary" onClick={() => retry()}>
        {words.tryAgain}
      </Button>
    </GuestShell>
  );
}
