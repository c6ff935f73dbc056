import type { Database } from "@/lib/db";
import { type ChangeResult, changeMeeting } from "@/lib/meetings/change";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import type { MeetingViewer } from "@/lib/meetings/read/visible-to";

type Request = { meetingId: string; viewer: NonNullable<MeetingViewer>; mailHost: string; now: Date };

/** Saves a change without edits: only people whose link no longer fits get a mail. The version still rises. */
export async function sendNewLinks(db: Database, request: Request): Promise<ChangeResult> {
  const { meetingId, viewer } = request;
  const saved = await savedMeeting(db, { meetingId, viewer });
  if (!saved) return { ok: false, reason: "not-found" };
  const { input, version } = saved;
  return changeMeeting(db, { ...request, input, version, changeRoom: false, tell: "nobody", fingerprint: null });
}
