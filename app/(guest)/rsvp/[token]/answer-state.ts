import type { FormState } from "@/lib/action";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";

export type AnswerState = FormState & {
  /** To choose from, once somebody asked for them. */
  zones?: TimeZoneGroup[];
};
