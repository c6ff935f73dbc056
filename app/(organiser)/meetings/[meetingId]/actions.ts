"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { organiserAction } from "@/app/_words/actions";
import { requireOrganiser } from "@/lib/auth";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { sendNewLinks } from "@/lib/meetings/link-health";
import { resendInvitation } from "@/lib/meetings/resend";
import { resendFailed } from "@/lib/meetings/resend-failed";
import type { ResendRefusal } from "@/lib/meetings/resend-people";
import { runtime } from "@/lib/runtime";

const ofMeeting = z.object({ meetingId: z.uuid() });
const ofParticipant = ofMeeting.extend({ participantId: z.uuid() });

const cancel = organiserAction(ofMeeting, async ({ meetingId }, organiser) => {
  const { db, mailHost } = runtime();
  // Cancelled before, or somebody else's: the page says which.
  await cancelMeeting(db, { meetingId, organiserId: organiser.id, mailHost, now: new Date() });
  revalidatePath(`/meetings/${meetingId}`);
  return {};
});

export async function cancelMeetingAction(form: FormData): Promise<void> {
  // Nothing is typed that could be lost, and the button has no place for words: to the sign-in and back.
  await requireOrganiser();
  await cancel({}, form);
}

export const resendAction = organiserAction(ofParticipant, async ({ meetingId, participantId }, organiser) => {
  const { db, mailHost } = runtime();
  const result = await resendInvitation(db, { participantId, organiserId: organiser.id, mailHost, now: new Date() });
  if (!result.ok && result.reason === "not-found") notFound();
  revalidatePath(`/meetings/${meetingId}`);
  if (result.ok) return { notice: done[result.as] };
  // No error: what comes of it takes the place of these words.
  if (result.reason === "on-its-way") return { notice: refused["on-its-way"] };
  return { formErrors: [refused[result.reason]] };
});

/** To everybody whom the newest mail did not reach. */
export const resendFailedAction = organiserAction(ofMeeting, async ({ meetingId }, organiser) => {
  const { db, mailHost } = runtime();
  const refusal = await resendFailed(db, { meetingId, organiserId: organiser.id, mailHost, now: new Date() });
  if (refusal === "not-found") notFound();
  revalidatePath(`/meetings/${meetingId}`);
  return refusal ? { formErrors: [refused[refusal]] } : {};
});

/** To those whose own no longer fit, and to nobody else. */
export const sendNewLinksAction = organiserAction(ofMeeting, async ({ meetingId }, organiser) => {
  const { db, mailHost } = runtime();
  const result = await sendNewLinks(db, { meetingId, organiser, mailHost, now: new Date() });
  if (!result.ok && result.reason === "not-found") notFound();
  revalidatePath(`/meetings/${meetingId}`);
  if (result.ok) return { notice: "Sending…" };
  if (result.reason === "version" || result.reason === "plan")
    return { formErrors: ["The meeting was changed at this moment. Look at it again."] };
  return { formErrors: [refused[result.reason]] };
});

const done = {
  "new-invitation": "Sending…",
  "new-cancellation": "Sending…",
  "tried-now": "Trying now.",
};

const refused: Record<ResendRefusal, string> = {
  "not-found": "This person is no longer in the meeting.",
  cancelled: "The meeting is cancelled.",
  over: "The meeting is over.",
  "on-its-way": "It is on its way already.",
  "just-sent": "It was sent less than a minute ago. Wait a moment before you send it once more.",
  "domain-not-usable": "No new link can be signed: the meeting’s domain has no credential. An admin can add one.",
};
