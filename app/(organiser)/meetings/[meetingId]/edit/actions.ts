"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { organiserAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import { typedValues } from "@/lib/action";
import type { Viewer } from "@/lib/auth";
import { type ChangeRefusal, type ChangeRequest, changeMeeting, reviewChange } from "@/lib/meetings/change";
import { continueFrom } from "@/lib/meetings/continue-from";
import { changesSince } from "@/lib/meetings/read/changes-since";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { runtime } from "@/lib/runtime";
import type { PeopleState } from "../../form/form-state";
import { checkForm, pasteError, peopleOf } from "../../form/submitted-form";
import { domainNames } from "./edit-domains";
import type { EditState } from "./edit-state";
import { conflictState, refusalState, reviewState } from "./outcome";
import { recipientChoiceOf } from "./typed-fields";

const fields = z.looseObject({
  meetingId: z.uuid(),
  version: z.coerce.number().pipe(z.int32().positive()),
  intent: z.string().default("review"),
});
type Fields = z.output<typeof fields>;

/**
 * One form, several buttons, and each works without scripts: `intent` says which. Only "save" writes, and only what was
 * shown: the fields come back hidden, and the fingerprint of the review with them.
 */
export const changeMeetingAction = organiserAction<typeof fields, EditState>(
  fields,
  async (data, organiser, form) => {
    const people = peopleOf(form, organiser.email);
    if (data.intent === "continue") return continueTyped(data, organiser, people, form);
    const isSave = data.intent === "save";
    if (!isSave && !/^(review|change-room|keep-room)$/.test(data.intent))
      return { people, fieldErrors: pasteError(form) };
    const { input, fieldErrors, rowErrors } = checkForm(form, people);
    if (!input) return { people: { ...people, errors: rowErrors }, fieldErrors };
    const chosen = form.get("changeRoom") === "yes" && data.intent !== "keep-room";
    const request = {
      ...data,
      viewer: organiser,
      input,
      changeRoom: chosen || data.intent === "change-room",
      now: new Date(),
    };
    return { people, ...(await (isSave ? save(request, form, people) : review(request, form, people))) };
  },
  (form) => ({ people: peopleOf(form, "") }),
);

type Request = Omit<ChangeRequest, "tell" | "viewer"> & { viewer: Viewer };

async function review(request: Request, form: FormData, people: PeopleState): Promise<EditState> {
  const result = await reviewChange(runtime().db, request);
  return result.ok ? reviewState(result, { request, form, people }) : refused(result, request);
}

async function save(request: Request, form: FormData, people: PeopleState): Promise<EditState> {
  const { db, mailHost } = runtime();
  const { to, mailed } = recipientChoiceOf(form);
  const tell = to === "some" ? { only: mailed } : to;
  const fingerprint = String(form.get("fingerprint") ?? "");
  const result = await changeMeeting(db, { ...request, tell, fingerprint, mailHost });
  if (result.ok) {
    revalidatePath(`/meetings/${request.meetingId}`);
    redirect(`/meetings/${request.meetingId}?saved=${result.mails}`);
  }
  if (result.reason === "plan") return reviewState(result.review, { request, form, people, outdated: true });
  return refused(result, request);
}

async function refused({ reason }: ChangeRefusal, { meetingId, version, viewer }: Request): Promise<EditState> {
  const saved = await savedMeeting(runtime().db, { meetingId, viewer });
  if (reason === "not-found" || !saved) notFound();
  if (reason !== "version") return refusalState(reason);
  const since = await sinceVersion({ meetingId, version }, viewer);
  return since ? conflictState(since, viewer, await domainNames(saved)) : refusalState(reason);
}

const sinceVersion = ({ meetingId, version }: Pick<Fields, "meetingId" | "version">, viewer: Viewer) =>
  changesSince(runtime().db, { meetingId, viewer, version });

/** On top of the newer version, and only because the organiser said so. */
async function continueTyped(data: Fields, organiser: Viewer, people: PeopleState, form: FormData): Promise<EditState> {
  const since = await sinceVersion(data, organiser);
  if (!since) return { people };
  const { values, rows } = continueFrom({ values: typedValues(form), rows: people.rows }, since);
  return { values, people: { ...people, rows }, notice: pageWords().review.continued };
}
