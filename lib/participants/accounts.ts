import type { Transaction } from "@/lib/db";

/**
 * Who of these people has an account, by address. Its language, zone and picture are read when a mail is written, so that they
 * are the ones that the person has chosen by then.
 */
export async function accountsOf(tx: Transaction, emails: string[]) {
  const accounts = await tx.user.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true },
  });
  return new Map(accounts.map(({ id, email }) => [email, id]));
}
