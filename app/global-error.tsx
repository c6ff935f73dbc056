"use client";

import { ErrorReference } from "@/app/_components/error-reference";
import { GuestShell } from "@/app/_components/guest-shell";
import { useWords } from "@/app/_words/use-words";
import "./globals.css";

/** Stands in for the root layout when that itself fails, so it needs no script: the way on is a plain link. */
export default function GlobalError({ error }: { error: unknown }) {
  const words = useWords().failures;
  return (
    <html lang="en">
      <body>
        <title>{words.tab}</title>
        <GuestShell title={words.title} description={words.tryLater}>
          <ErrorReference error={error} />
          <a href="/" className="link">
            {words.toStart}
          </a>
        </GuestShell>
      </body>
    </html>
  );
}
