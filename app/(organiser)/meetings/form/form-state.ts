import type { FormState } from "@/lib/action";
import type { RejectedText } from "@/lib/participants/parse";
import type { Person } from "@/lib/participants/person";
import type { Added } from "@/lib/participants/rows";
import type { PageWords } from "@/lib/words/en/pages";

/** The participants as the form shows them. */
export type PeopleState = {
  rows: Person[];
  /** What stays in the box: text that could not be read. */
  text: string;
  rejected: RejectedText[];
  /** Why a row cannot be saved, by its index. */
  errors?: Record<number, string>;
  /** What became of what was added, in words. */
  note: string;
  /** The page was asked for again to add or remove somebody: on with the next person, not back to the title. */
  goesOn?: boolean;
};

export type MeetingFormState = FormState & {
  people?: PeopleState;
  /** The meeting that was saved from this same form before, with other contents. */
  savedBefore?: string;
};

/** The ID of a row's email field: where its error belongs, and where the summary of errors leads. */
export const emailFieldId = (row: number) => `p-email-${row}`;

type Words = PageWords["meetingForm"]["people"];

/** What stays in the box, with its reasons, and what to say of those who were left out. */
export function leftInBox(
  { rejected, merged, own }: Added,
  words: Words,
): Pick<PeopleState, "text" | "rejected" | "note"> {
  const known = merged.length > 1 ? words.knownPeople(merged.length) : merged[0] && words.knownAddress(merged[0]);
  const note = [known, own && words.ownAddress].filter(Boolean).join(" ");
  return { text: rejected.map(({ text }) => text).join("\n"), rejected, note };
}
