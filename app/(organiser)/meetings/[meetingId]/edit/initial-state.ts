import type { Viewer } from "@/lib/auth";
import { reviewChange } from "@/lib/meetings/change";
import type { SavedPlan } from "@/lib/meetings/read/saved-plan";
import { runtime } from "@/lib/runtime";
import { valuesOf } from "../../form/values-of";
import type { EditState } from "./edit-state";
import { refusalState } from "./refusal-state";
import { reviewState } from "./review-state";
import { rowFields } from "./typed-fields";

/** The form filled from what is saved. */
export function initialState({ id, version, plan }: SavedPlan): EditState {
  const values = { ...valuesOf(plan), meetingId: id, version: String(version) };
  return { values, people: { rows: plan.participants, text: "", rejected: [], note: "" } };
}

/** The review of a change of nothing, or of nothing but the room: to tell those who were not told before. */
export async function savedReview(
  saved: SavedPlan,
  { viewer, changeRoom }: { viewer: Viewer; changeRoom: boolean },
): Promise<EditState> {
  const state = initialState(saved);
  const { id: meetingId, version, plan } = saved;
  const request = { meetingId, version, viewer, plan, changeRoom, now: new Date() };
  const result = await reviewChange(runtime().db, request);
  if (!result.ok) return { ...state, ...(result.reason !== "not-found" && refusalState(result.reason)) };
  const form = new FormData();
  for (const [name, value] of [...Object.entries(state.values!), ...rowFields(plan.participants)])
    form.append(name, value);
  return { ...state, ...(await reviewState(result, { request, form, people: state.people! })) };
}
