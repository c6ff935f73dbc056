import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { inState, isInState, mailStates, stateInSql, undelivered, whereState } from "@/lib/mail/ledger/state";
import { DeliveryStatus } from "@/prisma/generated/client";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  /** A mail for each combination of what a state depends on. */
  async function everyMail() {
    const { prisma } = db();
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 0, new Date()));
    const mail = await prisma.delivery.findFirstOrThrow({ where: { participant: { meetingId } } });
    const combinations = Object.values(DeliveryStatus).flatMap((status) =>
      [null, new Date()].map((deferredAt) => ({ status, deferredAt })),
    );
    const { counts: _, ...row } = mail;
    const mails = combinations.map((combination) => {
      const id = newId();
      return { ...row, ...combination, id, messageId: id };
    });
    await prisma.delivery.createMany({ data: mails });
    return { mails, ids: mails.map(({ id }) => id) };
  }

  test("TypeScript, SQL and Prisma agree on the state of every mail", async () => {
    const { prisma } = db();
    const { mails, ids } = await everyMail();
    await fc.assert(
      fc.asyncProperty(fc.subarray(mailStates, { minLength: 1 }), async (states) => {
        const expected = mails.filter((mail) => isInState(mail, ...states)).map(({ id }) => id);
        const inSql = await prisma.$queryRaw<{ id: string }[]>`
          SELECT d."id" FROM "Delivery" d WHERE d."id" = ANY(${ids}::uuid[]) AND ${inState(...states)} ORDER BY d."id"`;
        expect(inSql.map(({ id }) => id)).toEqual(expected);
        const where = { id: { in: ids }, ...whereState(...states) };
        const inPrisma = await prisma.delivery.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
        expect(inPrisma.map(({ id }) => id)).toEqual(expected);
      }),
    );
  });

  test("every mail is in exactly one state, which SQL calls by its name", async () => {
    const { mails, ids } = await everyMail();
    const names = await db().prisma.$queryRaw<{ id: string; state: string }[]>`
      SELECT d."id", ${stateInSql} AS "state" FROM "Delivery" d WHERE d."id" = ANY(${ids}::uuid[])`;
    for (const mail of mails) {
      const states = mailStates.filter((state) => isInState(mail, state));
      expect(states).toEqual([names.find(({ id }) => id === mail.id)!.state]);
    }
  });

  test("the list can find undelivered mails by their index", async () => {
    const indexes = await db().prisma.$queryRaw<{ name: string }[]>`
      SELECT i.relname AS "name" FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
      WHERE x.indrelid = '"Delivery"'::regclass AND NOT x.indisunique AND i.relname <> 'Delivery_undelivered'`;
    const plan: unknown[] = [];
    const rolledBack = db().prisma.$transaction(async (tx) => {
      // With another way left, the plan would depend on how full the table is.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      await tx.$executeRaw`DROP INDEX "Delivery_one_of_a_reminder"`;
      for (const { name } of indexes) await tx.$executeRawUnsafe(`DROP INDEX "${name}"`);
      plan.push(
        await tx.$queryRaw`EXPLAIN SELECT d."participantId" FROM "Delivery" d WHERE ${inState(...undelivered)}`,
      );
      throw new Error("rolled back");
    });
    await expect(rolledBack).rejects.toThrow("rolled back");
    expect(JSON.stringify(plan)).toContain("Delivery_undelivered");
  });
});
