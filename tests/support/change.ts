import { expect } from "vitest";
import type { Database } from "@/lib/db";
import { changeMeeting } from "@/lib/meetings/change";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import type { Tell } from "@/lib/meetings/plan/plan-change";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { type Installation, mailHost } from "@/tests/support/installation";

/** Changes a meeting as its organiser does. */
export async function change(
  db: Database,
  { organiser }: Pick<Installation, "organiser">,
  meetingId: string,
  tell: Tell,
  parts: (input: MeetingInput) => Partial<MeetingInput>,
) {
  const { input, version } = (await savedMeeting(db, { meetingId, viewer: organiser }))!;
  const request = { meetingId, viewer: organiser, version, changeRoom: false, tell, fingerprint: null };
  const result = await changeMeeting(db, {
    ...request,
    input: { ...input, ...parts(input) },
    mailHost,
    now: new Date(),
  });
  expect(result.ok).toBe(true);
}

/** To be changed to: that many minutes later, or earlier. */
export const moved =
  (minutes: number) =>
  ({ startsAt, endsAt }: MeetingInput) => ({
    startsAt: new Date(+startsAt + minutes * 60_000),
    endsAt: new Date(+endsAt + minutes * 60_000),
  });

/** As if a mail server had taken whatever waits. */
export const acceptMails = (db: Database, meetingId: string) =>
  db.prisma.delivery.updateMany({
    where: { participant: { meetingId }, status: "QUEUED" },
    data: { status: "ACCEPTED", sentVia: "SMTP", settledAt: new Date() },
  });
