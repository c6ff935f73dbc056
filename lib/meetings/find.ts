import type { Database } from "@/lib/db";

/** Everything the meeting's page shows; null for a meeting of somebody else, as for one that does not exist. */
export async function findMeeting(
  db: Database,
  { meetingId, organiserId }: { meetingId: string; organiserId: string },
) {
  const meeting = await db.prisma.meeting.findFirst({
    where: { id: meetingId, organiserId },
    include: {
      domain: { select: { label: true, baseUrl: true, opensBeforeMinutes: true, closesAfterMinutes: true } },
      participants: {
        where: { removedAt: null },
        orderBy: { position: "asc" },
        select: {
          id: true,
          name: true,
          email: true,
          role: true,
          isOrganiser: true,
          deliveries: {
            where: { kind: { in: ["INVITATION", "UPDATE", "CANCELLATION"] } },
            orderBy: [{ revisedAt: "desc" }, { createdAt: "desc" }, { id: "desc" }],
            take: 1,
            select: {
              id: true,
              kind: true,
              status: true,
              attempts: true,
              nextAttemptAt: true,
              responseCode: true,
              response: true,
              settledAt: true,
              messageId: true,
            },
          },
        },
      },
    },
  });
  if (!meeting) return null;
  const participants = meeting.participants.map(({ deliveries, ...person }) => ({
    ...person,
    delivery: deliveries[0] ?? null,
  }));
  return { ...meeting, participants, progress: deliveryProgress(participants) };
}

export type MeetingDetails = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;
export type ShownPerson = MeetingDetails["participants"][number];
export type ShownDelivery = NonNullable<ShownPerson["delivery"]>;

/** How many of the newest deliveries are decided, and how. `waiting` are those not accepted at the first attempt. */
function deliveryProgress(participants: { delivery: { status: string; attempts: number } | null }[]) {
  const count = (test: (delivery: { status: string; attempts: number }) => boolean) =>
    participants.filter(({ delivery }) => delivery && test(delivery)).length;
  return {
    total: participants.length,
    accepted: count(({ status }) => status === "ACCEPTED"),
    failed: count(({ status }) => status === "FAILED"),
    waiting: count(({ status, attempts }) => status === "QUEUED" && attempts > 0),
    queued: count(({ status, attempts }) => status === "QUEUED" && attempts === 0),
  };
}
