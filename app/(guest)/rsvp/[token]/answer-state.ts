import type { TimeZoneGroup } from "@/app/_components/time-zones";
import type { FormState } from "@/lib/action";

export type AnswerState = FormState & {
  /** To choose from, once somebody asked for them. */
  zones?: TimeZoneGroup[];
};
