import { isIPv6 } from "node:net";
import { passwordMatches } from "@/lib/accounts/password";
import type { Database } from "@/lib/db";
import { newId, sha256 } from "@/lib/ids";

const windowMs = 15 * 60_000;
/** For one account from one address: nobody elsewhere can close it for its owner. */
const perAccountAndAddress = 10;
/** For one account from everywhere: far too few to guess a password, too many to reach by mistake. */
const perAccount = 100;
/** Offices share one address. */
const perAddress = 50;

export type SignedIn = { id: string; sessionEpoch: number };
export type SignInResult = { ok: true; person: SignedIn } | { ok: false; reason: "wrong" | "too-many"; retryAt?: Date };

/**
 * Checks an email and a password. Failures are counted per account, per address and for both, for accounts that do not
 * exist as well, and the attempt is counted before the password is looked at: many at once cannot slip through.
 */
export async function signIn(
  db: Database,
  { email, password, address, now }: { email: string; password: string; address: string; now: Date },
): Promise<SignInResult> {
  const limits = [
    { key: sha256(`account:${email} ${networkOf(address)}`), limit: perAccountAndAddress },
    { key: sha256(`account:${email}`), limit: perAccount },
    { key: sha256(`address:${networkOf(address)}`), limit: perAddress },
  ];
  const since = new Date(now.getTime() - windowMs);
  const attempts = limits.map(({ key }) => ({ id: newId(), key, at: now }));
  await db.prisma.signInFailure.deleteMany({ where: { at: { lt: since } } });
  await db.prisma.signInFailure.createMany({ data: attempts });
  for (const { key, limit } of limits) {
    const recent = await db.prisma.signInFailure.findMany({
      where: { key, at: { gt: since } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: limit + 1,
    });
    const oldest = recent[limit];
    if (oldest) {
      // A refused attempt does not count: otherwise trying again and again would keep the account closed for ever.
      await db.prisma.signInFailure.deleteMany({ where: { id: { in: attempts.map(({ id }) => id) } } });
      return { ok: false, reason: "too-many", retryAt: new Date(oldest.at.getTime() + windowMs) };
    }
  }

  const person = await db.prisma.user.findUnique({ where: { email } });
  const matches = await passwordMatches(password, person?.passwordHash ?? null);
  if (!person || !matches || person.disabledAt) return { ok: false, reason: "wrong" };
  // The right password clears this account here, so that a typo every week never adds up; the other counts stay.
  await db.prisma.signInFailure.deleteMany({
    where: { OR: [{ key: limits[0]!.key }, { id: { in: attempts.map(({ id }) => id) } }] },
  });
  return { ok: true, person: { id: person.id, sessionEpoch: person.sessionEpoch } };
}

/** Whoever has one IPv6 address has the 2^64 of its network. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const { hostname } = new URL(`http://[${address.split("%")[0]}]`);
  const [head, tail = ""] = hostname.slice(1, -1).split("::");
  const groups = head!.split(":").filter(Boolean);
  const zeros = hostname.includes("::") ? 8 - groups.length - tail.split(":").filter(Boolean).length : 0;
  return [...groups, ...Array<string>(zeros).fill("0"), ...tail.split(":")].slice(0, 4).join(":");
}
