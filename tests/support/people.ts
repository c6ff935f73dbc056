import { createPerson } from "@/lib/accounts/create";
import type { Database } from "@/lib/db";
import { addDomain } from "@/tests/support/installation";

export type Account = { name: string; email: string; password: string };

/** Both can sign in wherever `settle` was. */
export const admin = { name: "Ada Lovelace", email: "ada@example.org", password: "correct horse battery" };
export const organiser = { name: "Grace Hopper", email: "grace@example.org", password: "another long password" };

export async function addAccount(
  db: Database,
  {
    role = "ORGANISER",
    timeZone = "Europe/Berlin",
    ...account
  }: Account & { role?: "ADMIN" | "ORGANISER"; timeZone?: string },
): Promise<string> {
  const result = await createPerson(db, { ...account, role, timeZone });
  if (!result.ok) throw new Error(result.reason);
  return result.id;
}

/** What the wizard and an admin leave behind: an admin, an organiser, and a domain with its credential. */
export async function settle(db: Database): Promise<void> {
  const adminId = await addAccount(db, { ...admin, role: "ADMIN" });
  await addAccount(db, organiser);
  await addDomain(db, adminId);
}
