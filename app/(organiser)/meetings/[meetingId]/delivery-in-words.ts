import type { Tone } from "@/app/_components/tone";
import { isInState, waitsForNextTry } from "@/lib/mail/ledger/state";
import { keptHere } from "@/lib/mail/ledger/stored-locally";
import type { ShownDelivery } from "@/lib/meetings/read/find";
import { clockAt } from "../clock-range";
import { zoneName } from "../zone-name";
import { refusalInWords } from "./refusal-in-words";

type Situation = {
  timeZone: string;
  now: Date;
  /** That mails stay on this machine is said already. */
  saidKept?: boolean;
};

/** Written while there was no mail server: it went to the local mailbox and to nobody. */
export const isKeptHere = (delivery: Pick<ShownDelivery, "response"> | null): boolean =>
  delivery?.response === keptHere;

/** What became of a mail that is done with: nothing may sound like sent where there is no mail server. */
export function taken({ local }: { local: boolean }): { done: string; but: string } {
  return local
    ? { done: "kept on this machine", but: ", not sent out" }
    : { done: "accepted by the mail server", but: "" };
}

/** `All 6 mails were accepted by the mail server.` */
export function allTaken(count: number, local: boolean): string {
  const { done, but } = taken({ local });
  const which =
    count === 1 ? "The mail was" : count === 2 ? "Both mails were" : `All ${count.toLocaleString("en")} mails were`;
  return `${which} ${done}${but}.`;
}

/** Beside the button that sent a mail again; undefined while it is on its way. */
export function sentAgain(delivery: ShownDelivery): string | undefined {
  const { status } = delivery;
  if (waitsForNextTry(delivery)) return "Not taken yet";
  if (status === "ACCEPTED" || status === "KEPT") return isKeptHere(delivery) ? "Kept again" : "Sent again";
  return status === "FAILED" || status === "BOUNCED" ? "Failed again" : undefined;
}

/** What is known about one mail, and no more: that a mail server took it does not mean that it arrived. */
export function deliveryInWords(
  delivery: Omit<ShownDelivery, "id"> | null,
  { timeZone, now, saidKept = false }: Situation,
): { tone: Tone; words: string } {
  if (!delivery) return { tone: "neutral", words: "Nothing was sent" };
  const { kind, status, nextAttemptAt, settledAt } = delivery;
  const said = answerInWords(delivery);
  const at = (time: Date | null) =>
    time ? `${clockAt(time, timeZone, now)} ${zoneName(timeZone)}` : "an unknown time";
  const name = named[kind];
  if (status === "ACCEPTED" || status === "KEPT") {
    const local = isKeptHere(delivery);
    const { done, but } = saidKept && status === "ACCEPTED" && local ? { done: "kept", but: "" } : taken({ local });
    const tone = status === "KEPT" ? "danger" : local ? "neutral" : "success";
    return { tone, words: `${begin(`${name} ${done}`)} at ${at(settledAt)}${but}` };
  }
  if (status === "FAILED") return { tone: "danger", words: `${begin(`${name} failed`)}: ${said}` };
  if (status === "BOUNCED") return { tone: "danger", words: `${begin(`${name} came back`)}: ${said}` };
  if (status === "SUPERSEDED") return { tone: "neutral", words: "Replaced by a newer mail" };
  if (!isInState(delivery, "deferred")) return { tone: "info", words: name ? `Sending the ${name}…` : "Sending…" };
  const next = nextAttemptAt && nextAttemptAt > now ? `next try at ${at(nextAttemptAt)}` : "trying again now";
  return { tone: "warning", words: `Waiting: ${said}; ${next}` };
}

/** An invitation is what is expected, and needs no name. */
const named = {
  INVITATION: "",
  UPDATE: "update",
  CANCELLATION: "cancellation",
  REMINDER: "reminder",
  NOTICE: "notice",
};

function begin(words: string): string {
  const trimmed = words.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}

/** What it means, where that is known; in quotation marks what a server said. */
export function answerInWords({ response, responseCode }: Pick<ShownDelivery, "response" | "responseCode">): string {
  if (!response) return "there was no answer";
  if (responseCode === null) return response;
  const meaning = refusalInWords(response);
  return meaning ? `${meaning} (“${response}”)` : `the mail server said “${response}”`;
}
