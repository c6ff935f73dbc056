import type { UndeliveredCounts } from "@/lib/meetings/read/undelivered";
import type { PageWords } from "@/lib/words/en/pages";

type Sentence = { tone: "danger" | "warning"; text: string };
type Counts = { failed: number; retrying: number };
type Words = PageWords["problems"];

const whats = ["invitation", "update", "cancellation"] as const;

/** How many mails of each kind failed, and how many are still being tried. */
export const countsOf = (counts: Partial<UndeliveredCounts>): Record<(typeof whats)[number], Counts> => ({
  invitation: { failed: counts.notInvited ?? 0, retrying: counts.notInvitedYet ?? 0 },
  update: { failed: counts.notUpdated ?? 0, retrying: counts.notUpdatedYet ?? 0 },
  cancellation: { failed: counts.notCancelled ?? 0, retrying: counts.notCancelledYet ?? 0 },
});

/** One short sentence for each kind of mail that failed, then for each that is being retried, which is ordinary. */
export function undeliveredSentences(counts: Partial<UndeliveredCounts>, words: Words): Sentence[] {
  const known = countsOf(counts);
  const say = (which: "failed" | "retrying", tone: Sentence["tone"]) =>
    whats.flatMap((what) => (known[what][which] > 0 ? [{ tone, text: words[what][which](known[what][which]) }] : []));
  return [...say("failed", "danger"), ...say("retrying", "warning")];
}

/**
 * All of it over one banner, in the tone of what weighs most; null where nothing is undelivered.
 * @param notSent none of them was handed to a mail server
 */
export function undeliveredTitle(
  counts: Partial<UndeliveredCounts>,
  words: Words,
  { notSent = false } = {},
): { tone: Sentence["tone"]; title: string } | null {
  const [fail, failAndRetry] = notSent
    ? (["notSent", "notSentAndRetrying"] as const)
    : (["failed", "failedAndRetrying"] as const);
  const known = countsOf(counts);
  const sentences = whats.flatMap((what) => {
    const { failed, retrying } = known[what];
    if (failed > 0) return [retrying > 0 ? words[what][failAndRetry](failed, retrying) : words[what][fail](failed)];
    return retrying > 0 ? [words[what].retrying(retrying)] : [];
  });
  if (sentences.length === 0) return null;
  const isDanger = whats.some((what) => known[what].failed > 0);
  return { tone: isDanger ? "danger" : "warning", title: words.all(sentences) };
}
