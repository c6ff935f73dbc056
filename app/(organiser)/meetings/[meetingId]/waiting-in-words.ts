import type { UndeliveredPerson } from "@/lib/meetings/read/undelivered";
import { clockAt } from "../clock-range";
import { zoneName } from "../zone-name";

type Waiting = Pick<UndeliveredPerson, "attempts" | "response" | "nextAttemptAt">;

/** Why mails wait, and when they are tried again: `The mail server has not taken the mail. It is tried again at 15:40 …`. */
export function waitingInWords(mails: Waiting[], { timeZone, now }: { timeZone: string; now: Date }): string {
  const [mail, it, is] = mails.length === 1 ? ["mail", "It", "is"] : ["mails", "They", "are"];
  // No mail server was asked: the reason names what an admin can do.
  const reason = mails.every(({ attempts }) => attempts === 0) && mails[0]?.response;
  const why = reason || `The mail server has not taken the ${mail}`;
  const later = mails.flatMap(({ nextAttemptAt }) => (nextAttemptAt && nextAttemptAt > now ? [+nextAttemptAt] : []));
  if (later.length === 0) return `${why}. ${it} ${is} tried again now.`;
  const clock = (at: number) => clockAt(new Date(at), timeZone, now);
  const first = clock(Math.min(...later));
  const atOnce = later.length === mails.length && later.every((at) => clock(at) === first);
  return `${why}. ${it} ${is} tried again ${atOnce ? "at" : "from"} ${first} ${zoneName(timeZone)}${atOnce ? "" : " on"}.`;
}
