import type { Database } from "@/lib/db";
import { saysAnotherDomain } from "@/lib/links/says-another-domain";

/** `gone`: settled or superseded since it was read. `renew`: its credential was replaced, or its domain edited. */
export type Verdict = "send" | "gone" | "renew";

/**
 * Whether a mail that was read and written a moment ago is still to be sent. Asked right before it goes to the mail
 * server, so that no change that was saved by then is contradicted. Those that ask while a query is under way share the
 * next one.
 */
export class LastLook {
  private waiting: string[] = [];
  private next: Promise<Map<string, Verdict>> | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly db: Pick<Database, "prisma">) {}

  async at(deliveryId: string): Promise<Verdict> {
    this.waiting.push(deliveryId);
    this.next ??= this.afterRunning();
    return (await this.next).get(deliveryId) ?? "gone";
  }

  private afterRunning(): Promise<Map<string, Verdict>> {
    const result = this.running.then(() => {
      const ids = this.waiting;
      this.waiting = [];
      this.next = null;
      return verdicts(this.db, ids);
    });
    this.running = result.catch(() => {});
    return result;
  }
}

async function verdicts({ prisma }: Pick<Database, "prisma">, ids: string[]): Promise<Map<string, Verdict>> {
  const rows = await prisma.$queryRaw<{ id: string; outdated: boolean | null }[]>`
    SELECT d."id", c."state" = 'RETIRED' OR ${saysAnotherDomain} AS "outdated" FROM "Delivery" d
      LEFT JOIN "RoomToken" t ON t."id" = d."roomTokenId" LEFT JOIN "Credential" c ON c."id" = t."credentialId"
      LEFT JOIN "Domain" o ON o."id" = c."domainId"
    WHERE d."id" = ANY(${ids}::uuid[]) AND d."status" = 'QUEUED'`;
  return new Map(rows.map(({ id, outdated }) => [id, outdated ? "renew" : "send"]));
}
