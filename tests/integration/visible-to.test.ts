import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { isVisibleTo, type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  let viewers: MeetingViewer[];
  let organisers: Map<string, string[]>;
  beforeAll(async () => {
    organisers = new Map();
    for (const meetings of [0, 1, 3]) {
      const place = await install(db());
      const input = inputFor(place.domain.id, 1, new Date());
      const ids = await Promise.all(Array.from({ length: meetings }, () => schedule(db(), place, input)));
      organisers.set(place.organiser.id, ids);
    }
    const admin = (await install(db())).organiser;
    await db().prisma.user.update({ where: { id: admin.id }, data: { role: "ADMIN" } });
    const invited = await db().prisma.participant.findFirstOrThrow({ where: { isOrganiser: false } });
    const nobody = [null, {}, { id: undefined }, { id: null }, { id: "" }, { id: "x' OR TRUE --" }, { id: {} }];
    const ids = [...organisers.keys(), admin.id, invited.id, newId()];
    viewers = [...ids.map((id) => ({ id })), ...(nobody as MeetingViewer[])];
  });

  test("who may see a meeting is the same in SQL and for Prisma: its organiser alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...viewers), async (viewer) => {
        const found = await db().prisma.meeting.findMany({ where: visibleTo(viewer), select: { id: true } });
        const rows = await db().prisma.$queryRaw<{ id: string }[]>`
          SELECT m."id" FROM "Meeting" m WHERE ${isVisibleTo(viewer)}`;
        const expected = (typeof viewer?.id === "string" && organisers.get(viewer.id)) || [];
        expect(found.map(({ id }) => id).sort()).toEqual([...expected].sort());
        expect(rows.map(({ id }) => id).sort()).toEqual([...expected].sort());
      }),
      { numRuns: 60 },
    );
  });
});
