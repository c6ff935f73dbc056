import type { Database } from "@/lib/db";
import { isRefused } from "@/lib/links/link-state";
import { mailedToken } from "@/lib/links/mailed-token";

/** `gone`: settled or superseded since it was read. `replace`: its credential was replaced, or its domain edited. */
export type Verdict = "send" | "gone" | "replace";

type Checked = { at: number; ids: Set<string>; verdicts: Promise<Map<string, Verdict>> };

const freshMs = 100;

/**
 * Asked right before a mail goes to the mail server, so that it contradicts no saved change. One query checks a whole batch
 * for 100 ms, about as long as a mail is on the wire.
 */
export class LastCheck {
  private readonly left: Set<string>;
  private checked: Checked | null = null;

  constructor(
    private readonly db: Pick<Database, "prisma">,
    deliveryIds: string[],
  ) {
    this.left = new Set(deliveryIds);
  }

  async at(deliveryId: string): Promise<Verdict> {
    const isFresh = this.checked !== null && performance.now() - this.checked.at < freshMs;
    if (!isFresh || !this.checked?.ids.has(deliveryId)) {
      const ids = new Set([deliveryId, ...this.left]);
      this.checked = { at: performance.now(), ids, verdicts: verdicts(this.db, [...ids]) };
    }
    this.left.delete(deliveryId);
    return (await this.checked.verdicts).get(deliveryId) ?? "gone";
  }
}

async function verdicts({ prisma }: Pick<Database, "prisma">, ids: string[]): Promise<Map<string, Verdict>> {
  const rows = await prisma.$queryRaw<{ id: string; refused: boolean | null }[]>`
    SELECT d."id", ${isRefused} AS "refused" FROM "Delivery" d
      LEFT JOIN ${mailedToken()} LEFT JOIN "Credential" c ON c."id" = t."credentialId"
      LEFT JOIN "Domain" o ON o."id" = c."domainId"
    WHERE d."id" = ANY(${ids}::uuid[]) AND d."status" = 'QUEUED'`;
  return new Map(rows.map(({ id, refused }) => [id, refused ? "replace" : "send"]));
}
