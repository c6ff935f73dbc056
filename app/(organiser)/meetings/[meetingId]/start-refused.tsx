import { Banner } from "@/app/_components/banner";
import type { StartResult } from "@/lib/meetings/start";

export type StartRefusal = Extract<StartResult, { ok: false }>["reason"] | "foreign";

const words: Record<Exclude<StartRefusal, "not-found">, string> = {
  cancelled: "It was cancelled.",
  over: "It is over, and its links no longer work.",
  "domain-not-usable": "Its domain has no credential to sign a link with. An admin can add one.",
  foreign: "The request did not come from this page. Please press the button again.",
};

export function StartRefused({ reason }: { reason: unknown }) {
  if (typeof reason !== "string" || !Object.hasOwn(words, reason)) return null;
  return (
    <div role="alert">
      <Banner tone="danger" title="The meeting could not be started">
        {words[reason as keyof typeof words]}
      </Banner>
    </div>
  );
}
