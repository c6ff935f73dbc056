import { expect, test } from "vitest";
import { insertCredential } from "@/lib/credentials/replace";
import type { Database } from "@/lib/db";
import { editDomain } from "@/lib/domains/save";
import { withMailedToken } from "@/lib/links/mailed-token";
import { faultyLinks } from "@/lib/meetings/read/link-fault";
import { linkHealth } from "@/lib/meetings/read/link-health";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { sendNewLinks } from "@/lib/meetings/send-new-links";
import { acceptMails } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { appSecret, type Installation, inputFor, install, mailHost, schedule } from "@/tests/support/installation";

/** A meeting of three, with everybody's invitation accepted by a mail server. */
async function meetingOf(db: Database) {
  const place = await install(db);
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 2, new Date()));
  await acceptMails(db, meetingId);
  const people = await db.prisma.participant.findMany({ where: { meetingId }, orderBy: { position: "asc" } });
  return { place, meetingId, people };
}

const faults: [string, string, (db: Database, place: Installation, participantId: string) => Promise<unknown>][] = [
  ["another room", "room", (db, _, id) => change(db, id, { room: "another" })],
  ["more than the role", "role", (db, _, id) => change(db, id, { moderator: true })],
  ["a link that opens too late", "window", async (db, _, id) => change(db, id, { notBefore: await startOf(db, id) })],
  ["a link that ends too early", "window", async (db, _, id) => change(db, id, { expiresAt: await startOf(db, id) })],
];
const startOf = async (db: Database, participantId: string) =>
  (
    await db.prisma.occurrence.findFirstOrThrow({
      where: { meeting: { participants: { some: { id: participantId } } } },
    })
  ).startsAt;
const change = (db: Database, participantId: string, data: object) =>
  db.prisma.roomToken.updateMany({ where: { participantId }, data });

onEachDatabase((db) => {
  test.each(faults)(
    "%s is found, said as such, and one button mends it for that person alone",
    async (_, fault, spoil) => {
      const { place, meetingId, people } = await meetingOf(db());
      const now = new Date();
      expect(await faultyLinks(db(), { meetingId, now })).toEqual([]);
      await spoil(db(), place, people[1]!.id);
      expect(await faultyLinks(db(), { meetingId, now })).toMatchObject([{ participantId: people[1]!.id, fault }]);
      expect(await linkHealth(db(), now)).toContainEqual({ meetingId, people: 1 });
      const listed = await listMeetings(db(), { viewer: place.organiser, query: listQuery.parse({}), now });
      expect(listed.meetings[0]!.faultyLinks).toBe(1);

      const sent = await sendNewLinks(db(), { meetingId, viewer: place.organiser, mailHost, now });
      expect(sent.ok).toBe(true);
      const queued = { participant: { meetingId }, status: "QUEUED" as const };
      expect(await db().prisma.delivery.findMany({ where: queued })).toMatchObject([
        { participantId: people[1]!.id, kind: "UPDATE", changes: [fault === "role" ? "role" : "link"] },
      ]);
      // On its way, it is no fault any more.
      expect(await faultyLinks(db(), { meetingId, now })).toEqual([]);
      await acceptMails(db(), meetingId);
      expect(await faultyLinks(db(), { meetingId, now })).toEqual([]);
    },
  );

  test("a new credential breaks every link, and the new links are signed with it", async () => {
    const { place, meetingId } = await meetingOf(db());
    const { domain, organiser } = place;
    await db().prisma.credential.updateMany({
      where: { domainId: domain.id },
      data: { state: "RETIRED", retiredAt: new Date() },
    });
    const now = new Date();
    expect((await faultyLinks(db(), { meetingId, now })).map(({ fault }) => fault)).toEqual(
      Array(3).fill("credential"),
    );
    const request = { meetingId, viewer: organiser, mailHost, now };
    expect(await sendNewLinks(db(), request)).toEqual({ ok: false, reason: "domain-not-usable" });
    await db().prisma.$transaction((tx) =>
      insertCredential(tx, {
        domainId: domain.id,
        createdById: organiser.id,
        appSecret,
        issuer: "new",
        secret: "s".repeat(48),
      }),
    );
    expect((await sendNewLinks(db(), request)).ok).toBe(true);
    await acceptMails(db(), meetingId);
    expect(await faultyLinks(db(), { meetingId, now })).toEqual([]);
  });

  test.each<[string, object]>([
    ["address", { baseUrl: "https://jitsi.example.org" }],
    ["subject", { subject: "tenant" }],
    ["audience", { audience: "other" }],
  ])("another %s of the domain breaks everybody's link, and the new ones say it", async (_, changed) => {
    const { place, meetingId } = await meetingOf(db());
    const { domain, organiser } = place;
    const now = new Date();
    const fields = { ...domain, ...changed };
    expect(await editDomain(db(), { id: domain.id, fields, knowingLinks: 3, now })).toEqual({ ok: true });
    const faults = (await faultyLinks(db(), { meetingId, now })).map(({ fault }) => fault);
    expect(faults).toEqual(Array(3).fill("domain"));
    expect(await linkHealth(db(), now)).toContainEqual({ meetingId, people: 3 });
    expect((await sendNewLinks(db(), { meetingId, viewer: organiser, mailHost, now })).ok).toBe(true);
    await acceptMails(db(), meetingId);
    expect(await faultyLinks(db(), { meetingId, now })).toEqual([]);
    const newest = { participant: { meetingId }, kind: "UPDATE" as const };
    const mails = await db().prisma.delivery.findMany({ where: newest, include: withMailedToken });
    expect(mails.map(({ link }) => link!.roomTokens[0])).toMatchObject(Array(3).fill(changed));
  });

  test("of a meeting that is over or cancelled no link is missed", async () => {
    const { meetingId } = await meetingOf(db());
    await db().prisma.roomToken.updateMany({ where: { participant: { meetingId } }, data: { room: "another" } });
    const { endsAt } = await db().prisma.occurrence.findFirstOrThrow({ where: { meetingId } });
    expect(await faultyLinks(db(), { meetingId, now: endsAt })).toEqual([]);
    await db().prisma.meeting.update({ where: { id: meetingId }, data: { status: "CANCELLED" } });
    expect(await faultyLinks(db(), { meetingId, now: new Date() })).toEqual([]);
  });
});
