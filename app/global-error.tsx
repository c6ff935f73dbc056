"use client";

import { ErrorReference } from "@/app/_components/error-reference";
import { GuestShell } from "@/app/_components/guest-shell";
import "./globals.css";

/** Stands in for the root layout when that itself fails, so it needs no script: the way on is a plain link. */
export default function GlobalError({ error }: { error: unknown }) {
  return (
    <html lang="en">
      <body>
        <title>Error · Latchkey</title>
        <GuestShell title="That did not work" description="Something failed on our side. Please try again in a moment.">
          <ErrorReference error={error} />
          <a href="/" className="link">
            Go to the start page
          </a>
        </GuestShell>
      </body>
    </html>
  );
}
