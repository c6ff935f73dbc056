import type { Change } from "@/lib/mail/message/change";
import type { Must, PersonPlan } from "@/lib/meetings/plan/plan-person";
import type { MeetingFormState } from "../../form/form-state";
import type { OldLinkGroup } from "../../old-link-groups";

/** What the two texts say of one thing; null where there is nothing to compare. */
export type FactChange = { label: string; before: string | null; after: string };

/** People to whom the same happens for the same reasons. */
export type ReviewGroup = {
  /** "address": the same person at another address, whose old one gets a cancellation. */
  effect: PersonPlan["effect"] | "address";
  must: Must | null;
  changes: Change[];
  people: {
    email: string;
    name: string;
    /** The address before. */
    from?: string;
  }[];
};

export type TellChoice = "everybody" | "nobody" | "some";

export type ShownReview = {
  facts: FactChange[];
  groups: ReviewGroup[];
  /** Whose answers are asked for again. */
  askedAgain: { name: string; must: Must | null }[];
  /** False when the form says what is saved already, and saving only tells people of it. */
  edited: boolean;
  oldLinks: OldLinkGroup[];
  changeRoom: boolean;
  fingerprint: string;
  /** What would be sent changed between an earlier review and saving. */
  outdated: boolean;
  /** Who would be told by the choice "some". */
  tell: { choice: TellChoice; told: string[] };
  /** What was typed, whole, for the hidden fields: some names come more than once. */
  fields: [string, string][];
};

/** What somebody else, or the organiser in another tab, saved since the form was filled. */
export type Conflict = {
  who: string;
  at: string;
  facts: FactChange[];
  added: string[];
  removed: string[];
};

export type EditState = MeetingFormState & {
  review?: ShownReview;
  conflict?: Conflict;
  /** Why nothing can be changed any more. */
  gone?: string;
};
