import type { Tone } from "@/app/_components/tone";
import { pageLanguage } from "@/app/_words/page-locale";
import { type Explained, explanationOf } from "@/lib/mail/ledger/reasons";
import { isInState, waitsForNextTry } from "@/lib/mail/ledger/state";
import type { ShownDelivery } from "@/lib/meetings/read/find";
import type { PageWords } from "@/lib/words/en/pages";
import { wordsIn } from "@/lib/words/words-in";
import { zonedClockAt } from "../../clock";

type Words = PageWords["deliveries"];

/** Written while there was no mail server: it went to local mail and to nobody. */
export const isStoredLocally = (delivery: Pick<ShownDelivery, "sentVia"> | null): boolean =>
  delivery?.sentVia === "LOCAL";

/** Beside the button that sent a mail again; undefined while it is on its way. */
export function resendOutcome(delivery: ShownDelivery, { again }: Words): string | undefined {
  const { status } = delivery;
  if (waitsForNextTry(delivery)) return again.notYet;
  if (status === "ACCEPTED" || status === "STORED_LOCALLY")
    return isStoredLocally(delivery) ? again.notSent : again.sent;
  return status === "FAILED" || status === "BOUNCED" ? again.failed : undefined;
}

/** What is known about one mail, and no more: that a mail server accepted it does not mean that it arrived. */
export function deliveryState(
  delivery: Omit<ShownDelivery, "id"> | null,
  words: Words,
  { timeZone, now }: { timeZone: string; now: Date },
): { tone: Tone; text: string } {
  if (!delivery) return { tone: "neutral", text: words.none };
  const { kind, status, nextAttemptAt, settledAt } = delivery;
  const why = responseText(delivery, words);
  // An invitation is what is expected, and a reminder or notice is named above: none of them needs its name here.
  const what = kind === "UPDATE" ? "update" : kind === "CANCELLATION" ? "cancellation" : "mail";
  if (status === "STORED_LOCALLY") return { tone: "danger", text: words.notSent[what] };
  if (status === "ACCEPTED" && isStoredLocally(delivery)) return { tone: "neutral", text: words.notSent[what] };
  if (status === "ACCEPTED") {
    const at = settledAt ? zonedClockAt(settledAt, timeZone, now) : words.unknownTime;
    return { tone: "success", text: words.accepted[what](at) };
  }
  if (status === "FAILED") return { tone: "danger", text: words.failed[what](why) };
  if (status === "BOUNCED") return { tone: "danger", text: words.bounced[what](why) };
  if (status === "SUPERSEDED") return { tone: "neutral", text: words.superseded };
  if (!isInState(delivery, "deferred")) return { tone: "info", text: words.sending[what] };
  const isLater = nextAttemptAt && nextAttemptAt > now;
  return {
    tone: "warning",
    text: isLater ? words.nextTry(zonedClockAt(nextAttemptAt, timeZone, now), why) : words.tryingNow(why),
  };
}

/** Why a mail is not accepted, and in quotation marks what the mail server said, with its meaning where that is known. */
export function responseText(mail: Explained, words: Words): string {
  const { reason, lastReason, serverText } = explanationOf(mail);
  const { why, lastAttempt } = wordsIn(pageLanguage).reasons;
  const said = serverText && serverSaid(serverText, words);
  const last = [lastReason && why[lastReason], said].filter(Boolean).join("; ");
  if (!reason) return last || words.noResponse;
  if (mail.lastReason) return `${why[reason]}. ${lastAttempt(last)}`;
  return serverText ? `${why[reason]} (“${serverText}”)` : why[reason];
}

function serverSaid(text: string, words: Words): string {
  const meaning = meaningOf(text);
  return meaning ? words.meaning[meaning](text) : words.serverSaid(text);
}

/** Class, subject and detail of an enhanced status code (RFC 3463), wherever in a response it stands. */
const statusCode = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;

/** Of the codes that mean one thing everywhere; null for any other. */
function meaningOf(response: string): keyof Words["meaning"] | null {
  const [, kind, subject, detail] = statusCode.exec(response) ?? [];
  const code = `${subject}.${detail}`;
  if (code === "2.2") return "mailbox-full";
  if (kind === "4") return "later";
  if (code === "1.1" || code === "1.10") return "no-such-address";
  if (code === "1.2") return "no-server";
  if (code === "2.1") return "mailbox-disabled";
  return subject === "7" ? "rejected" : null;
}
