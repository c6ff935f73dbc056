import type { MeetingFormState } from "../../form/form-state";
import type { FactChange } from "../review/fact-changes";
import type { ShownReview } from "../review/shown-review";

/** What somebody else, or the organiser in another tab, saved since the form was filled. */
export type Conflict = {
  /** Null: the organiser. */
  who: string | null;
  at: string;
  facts: FactChange[];
};

export type EditState = MeetingFormState & {
  review?: ShownReview;
  conflict?: Conflict;
  /** Why nothing can be changed any more. */
  ended?: "cancelled" | "over";
};
