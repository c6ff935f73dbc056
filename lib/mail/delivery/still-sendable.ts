import type { Database } from "@/lib/db";
import { isRefused } from "@/lib/links/link-state";
import { mailedToken } from "@/lib/links/mailed-token";

/** `gone`: settled or superseded since it was read. `renew`: its credential was replaced, or its domain edited. */
export type Verdict = "send" | "gone" | "renew";

type Look = { at: number; ids: Set<string>; verdicts: Promise<Map<string, Verdict>> };

/** About as long as a mail is on the wire, where a change no longer stops it either. */
const freshMs = 100;

/**
 * Whether a mail that was read and written a while ago is still to be sent. Asked right before it goes to the mail server,
 * so that no change that was saved by then is contradicted. One query answers for those that follow it as well, if they
 * follow soon: one each took longer than handing the mails over.
 */
export class LastLook {
  private readonly left: Set<string>;
  private look: Look | null = null;

  /** @param deliveryIds that are going to be asked about */
  constructor(
    private readonly db: Pick<Database, "prisma">,
    deliveryIds: string[],
  ) {
    this.left = new Set(deliveryIds);
  }

  async at(deliveryId: string): Promise<Verdict> {
    const isFresh = this.look !== null && performance.now() - this.look.at < freshMs;
    if (!isFresh || !this.look?.ids.has(deliveryId)) {
      const ids = new Set([deliveryId, ...this.left]);
      this.look = { at: performance.now(), ids, verdicts: verdicts(this.db, [...ids]) };
    }
    this.left.delete(deliveryId);
    return (await this.look.verdicts).get(deliveryId) ?? "gone";
  }
}

async function verdicts({ prisma }: Pick<Database, "prisma">, ids: string[]): Promise<Map<string, Verdict>> {
  const rows = await prisma.$queryRaw<{ id: string; refused: boolean | null }[]>`
    SELECT d."id", ${isRefused} AS "refused" FROM "Delivery" d
      LEFT JOIN ${mailedToken()} LEFT JOIN "Credential" c ON c."id" = t."credentialId"
      LEFT JOIN "Domain" o ON o."id" = c."domainId"
    WHERE d."id" = ANY(${ids}::uuid[]) AND d."status" = 'QUEUED'`;
  return new Map(rows.map(({ id, refused }) => [id, refused ? "renew" : "send"]));
}
