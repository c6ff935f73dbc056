import type { Viewer } from "@/lib/auth";
import { reviewChange } from "@/lib/meetings/change";
import { meetingValues } from "@/lib/meetings/form-values";
import type { SavedMeeting } from "@/lib/meetings/read/saved-meeting";
import { runtime } from "@/lib/runtime";
import type { EditState } from "./edit-state";
import { refusalState, reviewState } from "./outcome";
import { rowFields } from "./typed-fields";

/** The form filled from what is saved. */
export function savedForm({ id, version, input }: SavedMeeting): EditState {
  const values = { ...meetingValues(input), meetingId: id, version: String(version) };
  return { values, people: { rows: input.participants, text: "", rejected: [], note: "" } };
}

/** The review with nothing typed, or nothing but another room: to mail those who know an older state. */
export async function savedReview(
  saved: SavedMeeting,
  { viewer, changeRoom }: { viewer: Viewer; changeRoom: boolean },
): Promise<EditState> {
  const state = savedForm(saved);
  const { id: meetingId, version, input } = saved;
  const request = { meetingId, version, viewer, input, changeRoom, now: new Date() };
  const result = await reviewChange(runtime().db, request);
  if (!result.ok) return { ...state, ...(result.reason !== "not-found" && refusalState(result.reason)) };
  const form = new FormData();
  for (const [name, value] of [...Object.entries(state.values!), ...rowFields(input.participants)])
    form.append(name, value);
  return { ...state, ...(await reviewState(result, { request, form, people: state.people! })) };
}
