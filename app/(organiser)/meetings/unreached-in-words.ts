import type { UnreachedCounts } from "@/lib/changes/unreached";
import { inWords } from "./in-words";

/** `2 people have not been invited`, and the like: one sentence for each thing that somebody does not know. */
export function unreachedInWords({ notInvited, notUpdated, notCancelled }: UnreachedCounts): string[] {
  const who = (count: number) => inWords(count, "person has", "people have");
  return [
    notInvited > 0 && `${who(notInvited)} not been invited`,
    notUpdated > 0 && `${who(notUpdated)} not been told of the change`,
    notCancelled > 0 && `${who(notCancelled)} not been told of the cancellation`,
  ].filter((words) => words !== false);
}
