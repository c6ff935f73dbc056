import type { Transaction } from "@/lib/db";

/** People with an account have a time zone, a language and a picture. By address. */
export async function accountsOf(tx: Transaction, emails: string[]) {
  const accounts = await tx.user.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true, timeZone: true, locale: true },
  });
  return new Map(accounts.map((account) => [account.email, account]));
}
