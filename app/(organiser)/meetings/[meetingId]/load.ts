import { notFound } from "next/navigation";
import { cache } from "react";
import { requireOrganiser } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { findMeeting } from "@/lib/meetings/read/find";
import { runtime } from "@/lib/runtime";

export type Params = Promise<{ meetingId: string }>;

/** The meeting of the address, once a request. Another organiser's answers like one that does not exist. */
export const meetingOf = cache(async (meetingId: string) => {
  const organiser = await requireOrganiser();
  const { db } = runtime();
  const meeting = isId(meetingId) ? await findMeeting(db, { meetingId, viewer: organiser }) : null;
  return { organiser, meeting: meeting ?? notFound() };
});
