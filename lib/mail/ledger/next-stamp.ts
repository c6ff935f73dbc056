import { wholeSecond } from "@/lib/ids";

/** DTSTAMP has whole seconds and rises strictly, also when the clock went back. */
export function nextStamp(before: Date | null, now: Date): Date {
  const second = wholeSecond(now).getTime();
  return new Date(before ? Math.max(second, before.getTime() + 1000) : second);
}
