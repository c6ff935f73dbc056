import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { findMeeting } from "@/lib/meetings/read/find";
import { answerTo, currentAnswerTo } from "@/lib/participants/current-answer";
import { isUniqueViolation } from "@/lib/prisma-error";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, schedule } from "@/tests/support/installation";

const at = new Date("2026-11-24T10:00:00Z");
const people = 6;
const minutes = fc.integer({ min: 0, max: 2 });
const given = fc.record({
  answer: fc.constantFrom("NONE" as const, "ACCEPTED" as const, "TENTATIVE" as const, "DECLINED" as const),
  toSeries: fc.boolean(),
  start: minutes,
  end: minutes,
});

onEachDatabase((db) => {
  async function invited() {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, people, at), at);
    const ids = await db().prisma.participant.findMany({
      where: { meetingId, isOrganiser: false },
      orderBy: { position: "asc" },
      select: { id: true },
    });
    const occurrence = await db().prisma.occurrence.findFirstOrThrow({ where: { meetingId } });
    return { place, meetingId, occurrence, ids: ids.map(({ id }) => id) };
  }

  test("SQL, rows and the meeting's page agree on which answer counts", async () => {
    const { place, meetingId, occurrence, ids } = await invited();
    const later = (time: Date, by: number) => new Date(+time + by * 60_000);
    const answers = fc.array(fc.option(given, { nil: null }), { minLength: people, maxLength: people });
    const check = fc.asyncProperty(answers, async (all) => {
      await db().prisma.currentAnswer.deleteMany({ where: { participantId: { in: ids } } });
      const rows = all.flatMap((one, i) => {
        if (!one) return [];
        const { answer, toSeries, start, end } = one;
        const time = { startsAt: later(occurrence.startsAt, start), endsAt: later(occurrence.endsAt, end) };
        const occurrenceId = toSeries ? null : occurrence.id;
        return [{ id: newId(), participantId: ids[i]!, occurrenceId, answer, note: "", answeredAt: at, ...time }];
      });
      await db().prisma.currentAnswer.createMany({ data: rows });
      const expected = ids.map((id) => {
        const own = rows.filter(({ participantId }) => participantId === id);
        return currentAnswerTo(own, occurrence).counting?.answer ?? "NONE";
      });
      const inSql = await db().prisma.$queryRaw<{ answer: string }[]>`
        SELECT (${answerTo("oc")})::text AS "answer" FROM "Participant" p JOIN "Occurrence" oc ON oc."meetingId" = p."meetingId"
        WHERE p."meetingId" = ${meetingId}::uuid AND NOT p."isOrganiser" ORDER BY p."position"`;
      expect(inSql.map(({ answer }) => answer)).toEqual(expected);
      const shown = (await findMeeting(db(), { meetingId, viewer: place.organiser }))!.participants;
      expect(shown.filter(({ isOrganiser }) => !isOrganiser).map(({ answer }) => answer)).toEqual(expected);
    });
    await fc.assert(check, { numRuns: 40 });
  });

  test.each([
    ["one occurrence", false],
    ["a series as a whole", true],
  ])("a participant has one current answer to %s", async (_, toSeries) => {
    const { occurrence, ids } = await invited();
    const data = {
      participantId: ids[0]!,
      occurrenceId: toSeries ? null : occurrence.id,
      answer: "ACCEPTED",
      answeredAt: at,
      startsAt: occurrence.startsAt,
      endsAt: occurrence.endsAt,
    } as const;
    await db().prisma.currentAnswer.create({ data: { id: newId(), ...data } });
    const second = db().prisma.currentAnswer.create({ data: { id: newId(), ...data } });
    expect(await second.then(() => null, isUniqueViolation)).toBe(true);
  });
});
