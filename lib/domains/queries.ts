import type { Database } from "@/lib/db";

/** What may be shown of a credential: never the sealed secret. */
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
      _count: { select: { meetings: { where: { endsAt: { gt: now }, status: "CONFIRMED" } } } },
    },
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { label: "asc" }, { id: "asc" }],
  });
}

export function findDomain(db: Database, { id, now }: { id: string; now: Date }) {
  return db.prisma.domain.findUnique({
    where: { id },
    include: {
      credentials: { where: { state: "ACTIVE" }, select: credentialShown },
      _count: { select: { meetings: { where: { endsAt: { gt: now }, status: "CONFIRMED" } } } },
    },
  });
}

/** Domains that an organiser can choose: not archived, with a credential; the default one first. */
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

/** Links already mailed for meetings that are not over: they stop working with the credential they were signed with. */
export const linksInUse = (db: Database, { domainId, now }: { domainId: string; now: Date }): Promise<number> =>
  db.prisma.roomToken.count({
    where: {
      credential: { domainId, state: "ACTIVE" },
      expiresAt: { gt: now },
      purpose: "DELIVERY",
      deliveries: { some: { status: "ACCEPTED" } },
      participant: { removedAt: null, meeting: { status: "CONFIRMED" } },
    },
  });
