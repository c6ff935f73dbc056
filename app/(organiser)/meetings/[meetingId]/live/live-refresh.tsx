"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Loads the page's data again and again as long as it is shown, and not in a tab that nobody looks at. */
export function LiveRefresh({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    // A slow answer is awaited: requests must not pile up.
    if (pending) return;
    const timer = setInterval(() => {
      if (!document.hidden) startTransition(() => router.refresh());
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs, pending]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="5" />
    </noscript>
  );
}
