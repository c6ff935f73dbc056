import type { Database, Transaction } from "@/lib/db";
import { upcomingMeetings } from "@/lib/occurrences/upcoming";

/** Never the sealed secret. */
const credentialShown = {
  id: true,
  issuer: true,
  fingerprint: true,
  createdAt: true,
  createdBy: { select: { name: true } },
} as const;

export function listDomains(db: Database, { now }: { now: Date }) {
  return db.prisma.domain.findMany({
    include: {
      credentials: { where: { state: "ACTIVE" }, select: credentialShown },
      _count: { select: { meetings: { where: upcomingMeetings(now) } } },
    },
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { label: "asc" }, { id: "asc" }],
  });
}

export function findDomain(db: Database, { id, now }: { id: string; now: Date }) {
  return db.prisma.domain.findUnique({
    where: { id },
    include: {
      credentials: { where: { state: "ACTIVE" }, select: credentialShown },
      _count: { select: { meetings: { where: upcomingMeetings(now) } } },
    },
  });
}

export function domainChoices(db: Database) {
  return db.prisma.domain.findMany({
    where: { archivedAt: null, credentials: { some: { state: "ACTIVE" } } },
    select: {
      id: true,
      label: true,
      baseUrl: true,
      isDefault: true,
      opensBeforeMinutes: true,
      closesAfterMinutes: true,
    },
    orderBy: [{ isDefault: "desc" }, { label: "asc" }, { id: "asc" }],
  });
}

/** Counts mailed links that still work. A new credential, URL, subject or audience breaks them. */
export async function linksInUse(
  { prisma }: { prisma: Transaction },
  { domainId, now }: { domainId: string; now: Date },
): Promise<number> {
  const domain = await prisma.domain.findUnique({
    where: { id: domainId },
    select: { baseUrl: true, subject: true, audience: true },
  });
  return prisma.roomToken.count({
    where: {
      ...domain,
      credential: { domainId, state: "ACTIVE" },
      expiresAt: { gt: now },
      purpose: "DELIVERY",
      link: { deliveries: { some: { status: "ACCEPTED" } } },
      participant: { removedAt: null, meeting: { status: "CONFIRMED" } },
    },
  });
}
