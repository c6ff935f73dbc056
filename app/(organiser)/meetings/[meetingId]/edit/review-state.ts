import type { Viewer } from "@/lib/auth";
import type { ChangeRequest } from "@/lib/meetings/change";
import { savedPlan } from "@/lib/meetings/read/saved-plan";
import type { Review } from "@/lib/meetings/review";
import { runtime } from "@/lib/runtime";
import type { PeopleState } from "../../form/form-state";
import { domainNames } from "./edit-domains";
import type { EditState } from "./edit-state";
import { shownReview } from "./review-of";
import { tellOf, typedFields } from "./typed-fields";

type Typed = {
  request: Pick<ChangeRequest, "meetingId" | "plan" | "changeRoom"> & { viewer: Viewer };
  form: FormData;
  people: PeopleState;
  outdated?: boolean;
};

const nothing =
  "Nothing is different from what is saved and from what everybody was told, so there is nothing to save.";

/** The review, or the form again where nothing would come of it. */
export async function reviewState(
  review: Review,
  { request, form, people, outdated = false }: Typed,
): Promise<EditState> {
  const quiet = review.plan.people.every(({ effect }) => effect === "nothing");
  if (!review.edited && quiet) return { notice: nothing };
  const { viewer, meetingId, plan, changeRoom } = request;
  const saved = await savedPlan(runtime().db, { meetingId, viewer });
  const typed = {
    fields: typedFields(form, people.rows),
    tell: tellOf(form),
    locale: plan.locale,
    reminders: plan.reminders,
    changeRoom,
    outdated,
  };
  return {
    review: shownReview(review, typed, { timeZone: viewer.timeZone, domainName: await domainNames(saved!) }),
  };
}
