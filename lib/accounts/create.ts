import { hashPassword } from "@/lib/accounts/password";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import { isUniqueViolation } from "@/lib/prisma-error";

export type NewPerson = {
  email: string;
  name: string;
  role: "ADMIN" | "ORGANISER";
  timeZone: string;
  password: string;
};

export type CreatePersonResult = { ok: true; id: string } | { ok: false; reason: "email-taken" };

/** The caller has checked that an admin asks. */
export async function createPerson(db: Database, { password, ...person }: NewPerson): Promise<CreatePersonResult> {
  const id = newId();
  const passwordHash = await hashPassword(password);
  try {
    await db.prisma.user.create({ data: { id, ...person, passwordHash } });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: "email-taken" };
    throw error;
  }
  return { ok: true, id };
}

/** So that two browsers with the set-up link make one admin. Any number that nobody else locks. */
const firstRunLock = 7_310_001;

export async function createFirstAdmin(
  db: Database,
  { password, ...person }: Omit<NewPerson, "role">,
): Promise<{ ok: true; id: string } | { ok: false; reason: "set-up-already" }> {
  // Before hashing, which is slow: the set-up link may be known long after it was used.
  if (await db.prisma.user.findFirst({ select: { id: true } })) return { ok: false, reason: "set-up-already" };
  const id = newId();
  const passwordHash = await hashPassword(password);
  return db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${firstRunLock})`;
    if ((await tx.user.count()) > 0) return { ok: false, reason: "set-up-already" } as const;
    await tx.user.create({ data: { id, ...person, role: "ADMIN", passwordHash } });
    return { ok: true, id } as const;
  });
}
