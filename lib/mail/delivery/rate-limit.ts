import { setTimeout as after } from "node:timers/promises";

/** Resolves when the next mail may go; rejects when `stop` comes first. */
export type Turn = (stop: AbortSignal) => Promise<void>;

/** Mails that leave at most so often, evenly: a burst in each minute's first second is what such limits are there against. */
export function pace(mailsPerMinute: number | null): Turn {
  if (mailsPerMinute === null) return async () => {};
  const everyMs = 60_000 / mailsPerMinute;
  let next = 0;
  return async (stop) => {
    const now = performance.now();
    const at = Math.max(now, next);
    next = at + everyMs;
    if (at > now) await after(Math.ceil(at - now), undefined, { signal: stop });
  };
}
