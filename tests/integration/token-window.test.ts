import fc from "fast-check";
import { expect, test } from "vitest";
import { notBeforeSql, tokenWindow } from "@/lib/links/token-window";
import { Prisma } from "@/prisma/generated/client";
import { onEachDatabase } from "@/tests/support/database";

const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const minutes = fc.nat({ max: 10_000 });

onEachDatabase((db) => {
  test("SQL and TypeScript agree when a token begins", async () => {
    await fc.assert(
      fc.asyncProperty(instant, minutes, async (startsAt, opensBeforeMinutes) => {
        const [row] = await db().prisma.$queryRaw<{ notBefore: Date }[]>`
          SELECT ${Prisma.raw(notBeforeSql)} AS "notBefore"
          FROM (SELECT ${startsAt}::timestamptz AS "startsAt") oc, (SELECT ${opensBeforeMinutes}::int AS "opensBeforeMinutes") m`;
        const meeting = { startsAt, endsAt: startsAt, opensBeforeMinutes, closesAfterMinutes: 0 };
        expect(row!.notBefore).toEqual(tokenWindow(meeting).notBefore);
      }),
    );
  });
});
