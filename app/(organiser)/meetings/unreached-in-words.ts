import type { UndeliveredCounts } from "@/lib/meetings/read/undelivered";
import { inWords } from "./in-words";

type Said = { tone: "danger" | "warning"; words: string };

/**
 * `2 people have not been invited`, and the like: one sentence for each thing that somebody does not know. Of whom a mail is
 * still tried it says `yet`, and calmly: that a mail server puts a mail off first is ordinary.
 */
export function unreachedInWords(counts: Partial<UndeliveredCounts>): Said[] {
  const say = (tone: Said["tone"], count: number | undefined, what: string): Said[] =>
    count ? [{ tone, words: `${inWords(count, "person has", "people have")} not been ${what}` }] : [];
  const change = "told of the change";
  const cancellation = "told of the cancellation";
  return [
    ...say("danger", counts.notInvited, "invited"),
    ...say("danger", counts.notUpdated, change),
    ...say("danger", counts.notCancelled, cancellation),
    ...say("warning", counts.notInvitedYet, "invited yet"),
    ...say("warning", counts.notUpdatedYet, `${change} yet`),
    ...say("warning", counts.notCancelledYet, `${cancellation} yet`),
  ];
}

/** All of it over one banner, in the tone of what weighs most; null where nobody is left out. */
export function unreachedTitle(counts: Partial<UndeliveredCounts>): { tone: Said["tone"]; title: string } | null {
  const said = unreachedInWords(counts);
  const title = new Intl.ListFormat("en-GB").format(said.map(({ words }) => words));
  return said[0] ? { tone: said[0].tone, title } : null;
}
