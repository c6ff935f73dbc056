import type { Tone } from "@/app/_components/tone";
import type { ShownDelivery } from "@/lib/meetings/find";
import { clockAt } from "../clock-range";

type Situation = { timeZone: string; now: Date /** No mail server: mail stays on this machine. */; local: boolean };

/** Who takes the mail: nothing may speak of a mail server where there is none. */
export const takenBy = ({ local }: { local: boolean }) => (local ? "the local mailbox" : "the mail server");

/** What is known about one mail, and no more: that a mail server took it does not mean that it arrived. */
export function deliveryInWords(
  delivery: ShownDelivery | null,
  { timeZone, now, local }: Situation,
): { tone: Tone; words: string } {
  if (!delivery) return { tone: "neutral", words: "Nothing was sent" };
  const { kind, status, attempts, nextAttemptAt, settledAt } = delivery;
  const said = answerInWords(delivery);
  const at = (time: Date | null) => (time ? clockAt(time, timeZone, now) : "an unknown time");
  const cancellation = kind === "CANCELLATION";
  if (status === "ACCEPTED") {
    const what = cancellation ? "Cancellation accepted" : "Accepted";
    return { tone: "success", words: `${what} by ${takenBy({ local })} at ${at(settledAt)}` };
  }
  if (status === "FAILED")
    return { tone: "danger", words: `${cancellation ? "Cancellation failed" : "Failed"}: ${said}` };
  if (status === "SUPERSEDED") return { tone: "neutral", words: "Replaced by a newer mail" };
  if (attempts === 0) return { tone: "info", words: cancellation ? "Sending the cancellation…" : "Sending…" };
  const next = nextAttemptAt && nextAttemptAt > now ? `next try at ${at(nextAttemptAt)}` : "trying again now";
  return { tone: "warning", words: `Waiting: ${said}; ${next}` };
}

function answerInWords({ response, responseCode }: ShownDelivery): string {
  if (!response) return "there was no answer";
  return responseCode === null ? response : `the mail server said “${response}”`;
}
