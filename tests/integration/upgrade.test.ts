import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerHistory } from "@/lib/answers/find";
import type { Database } from "@/lib/db";
import { loadDeliveries } from "@/lib/mail/delivery/load";
import { meetingMailOf } from "@/lib/mail/delivery/meeting-mail-of";
import { findMailForm, openSavedMail } from "@/lib/mail/settings/find";
import { compareContents } from "@/lib/meetings/plan/compare-contents";
import { changesSince } from "@/lib/meetings/read/changes-since";
import { findMeeting } from "@/lib/meetings/read/find";
import { personHistory } from "@/lib/meetings/read/history";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { removedPeople } from "@/lib/meetings/read/removed";
import { applyMigrations, stepsToSchema } from "@/lib/migrate";
import { startQueue } from "@/lib/queue";
import { acceptMails, change, moved } from "@/tests/support/change";
import { closeTestDatabase, openEmptyDatabase } from "@/tests/support/database";
import { giveAnswer } from "@/tests/support/give-answer";
import { answerLink, appSecret, keys, sender } from "@/tests/support/installation";

const [first, ...later] = readdirSync("prisma/migrations", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
/** A day on which the meeting of the data is still to come. */
const now = new Date("2026-11-30T16:00:00Z");

/** A database as the first release leaves it, with rows in every table, brought to the newest schema. */
async function upgraded(kind: Database["kind"]): Promise<Database> {
  const db = await openEmptyDatabase(kind);
  await applyMigrations(db, { until: first });
  const statements = readFileSync("tests/support/first-migration.sql", "utf8").split(/;\n/);
  for (const sql of statements) if (sql.trim()) await db.prisma.$executeRawUnsafe(sql);
  const tables = await db.prisma.$queryRaw<{ name: string }[]>`
    SELECT "tablename"::text AS "name" FROM pg_tables WHERE "schemaname" = 'public' AND "tablename" NOT LIKE '\\_%'`;
  for (const { name } of tables) {
    const [found] = await db.prisma.$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS "rows" FROM "${name}"`,
    );
    expect(found!.rows, name).toBeGreaterThan(0);
  }
  expect(await applyMigrations(db)).toEqual(later);
  await startQueue(db);
  return db;
}

describe.each(["pglite", "postgres"] as const)("on %s", (kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await upgraded(kind);
  });
  afterAll(() => closeTestDatabase(db));

  // This version of the engine cannot compare with a PostgreSQL server, which gets the same SQL.
  if (kind === "pglite")
    test("a database of the first release has the newest schema after an upgrade", async () => {
      expect(await stepsToSchema(db)).toBe(0);
    });

  test("what the first release wrote is read by the pages", async () => {
    const organiser = await db.prisma.user.findUniqueOrThrow({ where: { email: "ann@example.org" } });
    const who = { viewer: organiser };
    const { meetings } = await listMeetings(db, { ...who, query: listQuery.parse({}), now });
    expect(meetings.map(({ title, status }) => [title, status]).sort()).toEqual([
      ["Board meeting, moved", "CONFIRMED"],
      ["Cancelled meeting", "CANCELLED"],
    ]);
    const { id: meetingId } = meetings.find(({ status }) => status === "CONFIRMED")!;
    const meeting = (await findMeeting(db, { ...who, meetingId }))!;
    expect(meeting.participants.map(({ name, role, delivery }) => [name, role, delivery?.status])).toEqual([
      ["Ann Lee", "MODERATOR", "QUEUED"],
      ["Participant 0", "MODERATOR", "ACCEPTED"],
      ["Participant 1", "ATTENDEE", "QUEUED"],
    ]);
    expect(meeting.reminders.map(({ minutesBefore, status }) => [minutesBefore, status])).toContainEqual([
      60,
      "WAITING",
    ]);
    expect(await removedPeople(db, { ...who, meetingId })).toMatchObject([{ name: "Participant 2" }]);
    const { before, after } = (await changesSince(db, { ...who, meetingId, version: 1 }))!;
    expect(compareContents(before, after)).toMatchObject({
      facts: ["title", "time"],
      reminders: false,
      people: { added: [], removed: [{ name: "Participant 2" }], changed: [{ after: { role: "MODERATOR" } }] },
    });
    const [, answered, proposed] = meeting.participants;
    expect(await answerHistory(db, answered!.id)).toMatchObject([{ answer: "ACCEPTED", note: "With pleasure" }]);
    expect(await answerHistory(db, proposed!.id)).toMatchObject([{ answer: "TENTATIVE", via: "MAIL" }]);
    const history = await personHistory(db, { ...who, meetingId, participantId: answered!.id });
    expect(history!.mails.map((mail) => [mail.kind, mail.status, mail.history.length]).sort()).toEqual([
      ["INVITATION", "ACCEPTED", 1],
      ["REMINDER", "ACCEPTED", 1],
      ["UPDATE", "ACCEPTED", 1],
    ]);
    expect((await findMailForm(db)).values).toMatchObject({ fromAddress: "invites@example.org" });
    expect((await openSavedMail(db, appSecret)).smtp).toMatchObject({ password: "a password" });
  });

  test("mails that the first release left behind are written, with their links signed", async () => {
    const waiting = await db.prisma.delivery.findMany({ where: { status: "QUEUED" }, select: { id: true } });
    const mails = await loadDeliveries(
      db,
      waiting.map(({ id }) => id),
    );
    expect(mails.map(({ kind }) => kind).sort()).toEqual(["CANCELLATION", "CANCELLATION", "UPDATE", "UPDATE"]);
    for (const mail of mails) {
      const meetingMail = await meetingMailOf(mail, keys(), sender, answerLink);
      if (mail.kind === "UPDATE") expect(meetingMail.personalLink).toContain("https://meet.example.org/");
    }
  });

  test("a meeting of the first release is changed and answered", async () => {
    const organiser = await db.prisma.user.findUniqueOrThrow({ where: { email: "ann@example.org" } });
    const { id: meetingId } = await db.prisma.meeting.findFirstOrThrow({ where: { status: "CONFIRMED" } });
    const later = Date.now() - Date.parse("2026-12-02T09:30:00Z") + 24 * 3600_000;
    await change(db, { organiser }, meetingId, "everybody", moved(Math.ceil(later / 60_000)));
    await acceptMails(db, meetingId);
    const person = await db.prisma.participant.findFirstOrThrow({
      where: { meetingId, email: "participant-0@example.org" },
    });
    expect(await giveAnswer(db, person.id, { answer: "DECLINED" })).toEqual({ ok: true, changed: true });
  });
});
