import { isIPv6 } from "node:net";
import { passwordMatches } from "@/lib/accounts/password";
import type { Database } from "@/lib/db";
import { newId, sha256 } from "@/lib/ids";

const windowMs = 15 * 60_000;
/** Attempts in the window. Nobody elsewhere can lock the owner out. */
const perAccountAndAddress = 10;
/** From everywhere: too few to guess a password, too many to reach by mistake. */
const perAccount = 100;
/** Offices share one address. */
const perAddress = 50;

export type SignedIn = { id: string; sessionEpoch: number };
export type SignInResult = { ok: true; person: SignedIn } | { ok: false; reason: "wrong" | "too-many"; retryAt?: Date };

/** Counts an attempt before it checks the password, so many at once cannot slip through. Unknown accounts count too. */
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
      // A refused attempt does not count, or trying again would keep the account closed for ever.
      await db.prisma.signInFailure.deleteMany({ where: { id: { in: attempts.map(({ id }) => id) } } });
      return { ok: false, reason: "too-many", retryAt: new Date(oldest.at.getTime() + windowMs) };
    }
  }

  const person = await db.prisma.user.findUnique({ where: { email } });
  const matches = await passwordMatches(password, person?.passwordHash ?? null);
  if (!person || !matches || person.disabledAt) return { ok: false, reason: "wrong" };
  // So that a typo every week never adds up. The other counts stay.
  await db.prisma.signInFailure.deleteMany({
    where: { OR: [{ key: limits[0]!.key }, { id: { in: attempts.map(({ id }) => id) } }] },
  });
  return { ok: true, person: { id: person.id, sessionEpoch: person.sessionEpoch } };
}

/** One IPv6 client has all 2^64 addresses of its network. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const { hostname } = new URL(`http://[${address.split("%")[0]}]`);
  const [head, tail = ""] = hostname.slice(1, -1).split("::");
  const groups = head!.split(":").filter(Boolean);
  const zeros = hostname.includes("::") ? 8 - groups.length - tail.split(":").filter(Boolean).length : 0;
  return [...groups, ...Array<string>(zeros).fill("0"), ...tail.split(":")].slice(0, 4).join(":");
}
