import { insertCredential } from "@/lib/credentials/replace";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import type { MeetingPlan } from "@/lib/meetings/schedule";

export const appSecret = "a secret for the benchmark, thirty-two long";
export const mailHost = "example.org";
export const sender = { name: "Latchkey", address: `invites@${mailHost}` };

/** A migrated database with one organiser and one domain. */
export async function install(db: Database) {
  const organiser = await db.prisma.user.create({
    data: {
      id: newId(),
      email: `ann-${newId()}@example.org`,
      name: "Ann Lee",
      role: "ORGANISER",
      timeZone: "Asia/Kathmandu",
      passwordHash: "none: nobody signs in here",
    },
  });
  const domain = await db.prisma.domain.create({
    data: { id: newId(), label: "Benchmark", baseUrl: "https://meet.example.org", subject: "*", audience: "jitsi" },
  });
  await db.prisma.$transaction((tx) =>
    insertCredential(tx, {
      domainId: domain.id,
      createdById: organiser.id,
      appSecret,
      issuer: "app",
      secret: "s3cret".repeat(8),
    }),
  );
  return { organiser, domain };
}

export function planFor(domainId: string, participants: number, now: Date): MeetingPlan {
  return {
    title: "Board meeting",
    description: "Agenda:\n1. Minutes\n2. Budget",
    startsAt: new Date(now.getTime() + 24 * 3600_000),
    endsAt: new Date(now.getTime() + 25 * 3600_000),
    timeZone: "Europe/Berlin",
    domainId,
    participants: Array.from({ length: participants }, (_, i) => ({
      email: `participant-${i}@example.org`,
      name: `Participant ${i}`,
      role: "ATTENDEE",
    })),
  };
}
