import type { Database } from "@/lib/db";
import { isVisibleTo, type MeetingViewer } from "@/lib/meetings/read/visible-to";

type Answered = { version: number; participants: { answeredAt: Date | null }[] };

/** Differs after every change of the meeting or of a current answer. */
export function answersVersion({ version, participants }: Answered): string {
  return `${version}.${participants.reduce((sum, { answeredAt }) => sum + (answeredAt?.getTime() ?? 0), 0)}`;
}

/** The current `answersVersion`, in one small query because open pages poll it. Null: not visible to the viewer. */
export async function findAnswersVersion(
  { prisma }: Database,
  { meetingId, viewer }: { meetingId: string; viewer: MeetingViewer },
): Promise<string | null> {
  const [row] = await prisma.$queryRaw<{ version: number; sum: string }[]>`
    SELECT m."version", (SELECT coalesce(sum(round(extract(epoch FROM c."answeredAt") * 1000)), 0)::bigint::text
      FROM "Participant" p JOIN "CurrentAnswer" c ON c."participantId" = p."id" WHERE p."meetingId" = m."id" AND p."removedAt" IS NULL) AS "sum"
    FROM "Meeting" m WHERE m."id" = ${meetingId}::uuid AND ${isVisibleTo(viewer)}`;
  return row ? `${row.version}.${row.sum}` : null;
}
