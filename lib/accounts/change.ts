import { hashPassword, passwordMatches } from "@/lib/accounts/password";
import type { Database } from "@/lib/db";

export type AccountChangeResult = { ok: true } | { ok: false; reason: "not-found" | "last-admin" };

/** A new role or a disabled account ends the person's sessions. The last admin stays one: nobody could undo it. */
export async function changePerson(
  db: Database,
  {
    id,
    name,
    role,
    disabled,
    now,
  }: { id: string; name?: string; role?: "ADMIN" | "ORGANISER"; disabled?: boolean; now: Date },
): Promise<AccountChangeResult> {
  return db.prisma.$transaction(async (tx) => {
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User" WHERE "role" = 'ADMIN' AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`;
    const person = await tx.user.findUnique({ where: { id } });
    if (!person) return { ok: false, reason: "not-found" } as const;
    const isLastAdmin = admins.length === 1 && admins[0]!.id === id;
    if (isLastAdmin && (role === "ORGANISER" || disabled)) return { ok: false, reason: "last-admin" } as const;
    const endsSessions = (role && role !== person.role) || (disabled && !person.disabledAt);
    await tx.user.update({
      where: { id },
      data: {
        name,
        role,
        ...(disabled !== undefined && { disabledAt: disabled ? (person.disabledAt ?? now) : null }),
        ...(endsSessions ? { sessionEpoch: { increment: 1 } } : {}),
      },
    });
    return { ok: true } as const;
  });
}

/** The person's sessions end. */
export async function resetPassword(
  db: Database,
  { id, password }: { id: string; password: string },
): Promise<AccountChangeResult> {
  const passwordHash = await hashPassword(password);
  const { count } = await db.prisma.user.updateMany({
    where: { id },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
  });
  return count === 1 ? { ok: true } : { ok: false, reason: "not-found" };
}

/** All sessions end. The caller opens a new one with the returned epoch. Of two forms at once, one counts. */
export async function changeOwnPassword(
  db: Database,
  { id, current, password }: { id: string; current: string; password: string },
): Promise<{ ok: true; sessionEpoch: number } | { ok: false; reason: "wrong-password" }> {
  const person = await db.prisma.user.findUniqueOrThrow({ where: { id } });
  if (!(await passwordMatches(current, person.passwordHash))) return { ok: false, reason: "wrong-password" };
  const passwordHash = await hashPassword(password);
  const [changed] = await db.prisma.user.updateManyAndReturn({
    where: { id, passwordHash: person.passwordHash },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  });
  return changed ? { ok: true, sessionEpoch: changed.sessionEpoch } : { ok: false, reason: "wrong-password" };
}

export async function changeProfile(
  db: Database,
  { id, ...profile }: { id: string; name: string; timeZone: string; pictureUrl: string | null },
): Promise<void> {
  await db.prisma.user.update({ where: { id }, data: profile });
}
