"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/**
 * Asks whether somebody has answered since the page was drawn, and draws it again only then: the question is one small
 * query, the page is not. Not in a tab that nobody looks at; at once when somebody does again.
 */
export function AnswersLive({ url, version, everyMs }: { url: string; version: string; everyMs: number }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    // A slow answer is awaited: requests must not pile up.
    if (pending) return;
    const stop = new AbortController();
    let asking = false;
    const ask = async () => {
      if (document.hidden || asking) return;
      asking = true;
      try {
        const answer = await fetch(url, { signal: stop.signal });
        const isNew = answer.ok && (await answer.text()) !== version;
        if (isNew && !stop.signal.aborted) startTransition(() => router.refresh());
      } catch {
        // The server is away for a moment, or the page is left: asked again, or no longer.
      } finally {
        asking = false;
      }
    };
    const timer = setInterval(ask, everyMs);
    document.addEventListener("visibilitychange", ask, { signal: stop.signal });
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [router, url, version, everyMs, pending]);
  return null;
}
