import { setTimeout as after } from "node:timers/promises";

export type Turn = (stop: AbortSignal) => Promise<void>;

/** Spreads mails evenly: mail servers punish bursts. */
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
