import { pageWords } from "@/app/_words/page-words";
import type { Viewer } from "@/lib/auth";
import type { ChangeRefusal, ChangeRequest } from "@/lib/meetings/change";
import type { ChangesSince } from "@/lib/meetings/read/changes-since";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import type { Review } from "@/lib/meetings/review";
import { runtime } from "@/lib/runtime";
import { zonedClockAt } from "../../clock";
import type { PeopleState } from "../../form/form-state";
import { contentChanges } from "../review/fact-changes";
import { shownReview } from "../review/shown-review";
import { domainNames } from "./edit-domains";
import type { EditState } from "./edit-state";
import { recipientChoiceOf, typedFields } from "./typed-fields";

type Typed = {
  request: Pick<ChangeRequest, "meetingId" | "changeRoom"> & { viewer: Viewer };
  form: FormData;
  people: PeopleState;
  outdated?: boolean;
};

/** The review, or the form again where nothing would come of it. */
export async function reviewState(
  review: Review,
  { request, form, people, outdated = false }: Typed,
): Promise<EditState> {
  const words = pageWords();
  const quiet = review.plan.people.every(({ effect }) => effect === "nothing");
  if (!review.edited && quiet) return { notice: words.review.noChanges };
  const { viewer, meetingId, changeRoom } = request;
  const saved = await savedMeeting(runtime().db, { meetingId, viewer });
  const typed = {
    fields: typedFields(form, people.rows),
    choice: recipientChoiceOf(form),
    changeRoom,
    outdated,
  };
  const domainName = await domainNames(saved!);
  return { review: shownReview(review, typed, { timeZone: viewer.timeZone, domainName, words }) };
}

/** Why nothing was saved, for the page. */
export function refusalState(reason: Exclude<ChangeRefusal["reason"], "not-found">): EditState {
  const { refused } = pageWords().review;
  if (reason === "domain-not-usable") return { fieldErrors: { domainId: [refused.domain] } };
  if (reason === "version") return { formErrors: [refused.version] };
  return { ended: reason };
}

/** What somebody else, or the organiser in another tab, saved meanwhile. */
export function conflictState(
  { before, after, by, at }: ChangesSince,
  { timeZone }: Pick<Viewer, "timeZone">,
  domainName: (domainId: string) => string,
): EditState {
  const words = pageWords();
  const conflict = {
    who: by.isSelf ? null : (by.name ?? words.review.conflict.goneAccount),
    at: zonedClockAt(at, timeZone, new Date()),
    facts: contentChanges(before, after, { domainName, words }),
  };
  return { conflict };
}
