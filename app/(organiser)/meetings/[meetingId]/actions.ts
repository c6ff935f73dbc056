"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { organiserAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import { requireOrganiser } from "@/lib/auth";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { resendInvitation, resendUndelivered } from "@/lib/meetings/resend";
import { sendNewLinks } from "@/lib/meetings/send-new-links";
import { runtime } from "@/lib/runtime";

const ofMeeting = z.object({ meetingId: z.uuid() });
const ofParticipant = ofMeeting.extend({ participantId: z.uuid() });

const cancel = organiserAction(ofMeeting, async ({ meetingId }, organiser) => {
  const { db, mailHost } = runtime();
  // Cancelled before, or somebody else's: the page says which.
  await cancelMeeting(db, { meetingId, viewer: organiser, mailHost, now: new Date() });
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
  const result = await resendInvitation(db, { participantId, viewer: organiser, mailHost, now: new Date() });
  if (!result.ok && result.reason === "not-found") notFound();
  revalidatePath(`/meetings/${meetingId}`);
  const { again, refused } = pageWords().deliveries;
  if (result.ok) return { notice: result.as === "tried-now" ? again.trying : again.sending };
  // No error: what comes of it takes the place of these words.
  if (result.reason === "on-its-way") return { notice: refused["on-its-way"] };
  return { formErrors: [refused[result.reason]] };
});

/** To everybody whose newest mail did not reach them. */
export const resendUndeliveredAction = organiserAction(ofMeeting, async ({ meetingId }, organiser) => {
  const { db, mailHost } = runtime();
  const refusal = await resendUndelivered(db, { meetingId, viewer: organiser, mailHost, now: new Date() });
  if (refusal === "not-found") notFound();
  revalidatePath(`/meetings/${meetingId}`);
  return refusal ? { formErrors: [pageWords().deliveries.refused[refusal]] } : {};
});

/** To those whose own no longer fit, and to nobody else. */
export const sendNewLinksAction = organiserAction(ofMeeting, async ({ meetingId }, organiser) => {
  const { db, mailHost } = runtime();
  const result = await sendNewLinks(db, { meetingId, viewer: organiser, mailHost, now: new Date() });
  if (!result.ok && result.reason === "not-found") notFound();
  revalidatePath(`/meetings/${meetingId}`);
  const { again, refused } = pageWords().deliveries;
  if (result.ok) return { notice: again.sending };
  const isChanged = result.reason === "version" || result.reason === "plan";
  return { formErrors: [refused[isChanged ? "changed" : result.reason]] };
});
