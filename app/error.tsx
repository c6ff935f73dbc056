"use client";

import { Button } from "@/app/_components/button";
import { ErrorReference } from "@/app/_components/error-reference";
import { GuestShell } from "@/app/_components/guest-shell";

type Props = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return (
    <GuestShell
      title="That did not work"
      description="Something failed on our side. What was saved before is still saved; please try again."
    >
      <ErrorReference error={error} />
      <Button tone="primary" onClick={() => retry()}>
        Try again
      </Button>
    </GuestShell>
  );
}
