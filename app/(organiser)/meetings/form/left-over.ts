import type { Added } from "@/lib/participants/rows";
import { inWords } from "../in-words";
import type { PeopleState } from "./form-state";

/** What stays in the box, with its reasons, and what to say. */
export function leftOver(added: Added): Pick<PeopleState, "text" | "rejected" | "note"> {
  return { text: added.rejected.map(({ text }) => text).join("\n"), rejected: added.rejected, note: noteOf(added) };
}

function noteOf({ merged, own }: Added): string {
  const [first, ...others] = merged;
  const known = others.length === 0 ? `${first} was` : `${inWords(merged.length, "person", "people")} were`;
  return [
    first && `${known} in the list already and not added again.`,
    own && "Your own address was left out: you are invited as the organiser.",
  ]
    .filter(Boolean)
    .join(" ");
}
