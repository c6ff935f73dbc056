import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { openMailRoute } from "@/lib/mail/delivery/mail-route";
import { storedLocally } from "@/lib/mail/delivery/outcome";
import { recordAttempts } from "@/lib/mail/delivery/record-attempts";
import { startWorker } from "@/lib/mail/delivery/worker";
import { markStoredLocally } from "@/lib/mail/ledger/stored-locally";
import { openCurrentMail } from "@/lib/mail/settings/current";
import { saveMailSettings } from "@/lib/mail/settings/save";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { findMeeting } from "@/lib/meetings/read/find";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import { undeliveredPeople } from "@/lib/meetings/read/undelivered";
import { resendUndelivered } from "@/lib/meetings/resend";
import { deliveryQueue, startQueue } from "@/lib/queue";
import { startApp } from "@/tests/support/app";
import { change } from "@/tests/support/change";
import { newPostgresDatabase, onEachDatabase } from "@/tests/support/database";
import {
  answerLink,
  appSecret,
  inputFor,
  install,
  keys,
  mailHost,
  meetingUrl,
  schedule,
} from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const nothingSet = { smtpUrl: null, mailFrom: null, imapUrl: null };
const nobody = {
  ...{ notInvited: 0, notUpdated: 0, notCancelled: 0 },
  ...{ notInvitedYet: 0, notUpdatedYet: 0, notCancelledYet: 0 },
};

async function setServer(db: Database, port: number, { id: actorId }: { id: string }) {
  const server = { smtpHost: "127.0.0.1", smtpPort: port, smtpSecurity: "NONE", fromAddress: "a@example.org" } as const;
  const change = { fields: server, secrets: {} };
  expect(await saveMailSettings(db, { version: 0, change, actorId, appSecret, now: new Date() })).toMatchObject({
    ok: true,
  });
}

async function listed(db: Database, viewer: { id: string }) {
  const { meetings } = await listMeetings(db, { viewer, query: listQuery.parse({}), now: new Date() });
  const { notInvited, notUpdated, notCancelled, notInvitedYet, notUpdatedYet, notCancelledYet } = meetings[0]!;
  return { notInvited, notUpdated, notCancelled, notInvitedYet, notUpdatedYet, notCancelledYet };
}

/** As if the local mailbox had taken whatever waits. */
const storeLocally = (db: Database, meetingId: string) =>
  db.prisma.delivery.updateMany({
    where: { participant: { meetingId }, status: "QUEUED" },
    data: { status: "ACCEPTED", attempts: 1, sentVia: "LOCAL", settledAt: new Date() },
  });

onEachDatabase((db) => {
  beforeEach(() => db().prisma.mailSettings.deleteMany());

  const settled = (meetingId: string) =>
    waitFor("every mail to be decided", async () => {
      const waiting = { participant: { meetingId }, status: "QUEUED" } as const;
      return (await db().prisma.delivery.count({ where: waiting })) === 0;
    });

  test("once a mail server is set, locally stored invitations count as not sent", async () => {
    const mail = await openCurrentMail(db(), nothingSet, appSecret);
    const dataDir = mkdtempSync(path.join(tmpdir(), "latchkey-kept-"));
    const route = openMailRoute({ mail, appSecret, dataDir, hasLocalMail: true });
    await startWorker(db(), { keys: keys(), mail: route, answerLink, meetingUrl, now: () => new Date() });
    const place = await install(db());
    const viewer = place.organiser;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 2, new Date()));
    await settled(meetingId);
    await change(db(), place, meetingId, "everybody", () => ({ title: "Renamed" }));
    await settled(meetingId);
    // Where no mail server is set, the local mailbox is the expected end.
    expect(await listed(db(), viewer)).toEqual(nobody);
    expect((await findMeeting(db(), { meetingId, viewer }))!.progress).toMatchObject({
      accepted: 3,
      storedLocally: 0,
    });
    const newest = {
      participant: { meetingId },
      kind: "UPDATE",
      status: "ACCEPTED",
      changes: { has: "title" },
    } as const;
    expect(await db().prisma.delivery.count({ where: newest })).toBe(3);

    const smtp = await startSmtp();
    await setServer(db(), smtp.port, place.organiser);
    expect(await listed(db(), viewer)).toEqual({ ...nobody, notInvited: 3 });
    const people = await undeliveredPeople(db(), meetingId);
    expect(people.map(({ misses, state }) => [misses, state])).toEqual(Array(3).fill(["invitation", "stored-locally"]));
    expect(smtp.received).toEqual([]);

    expect(await resendUndelivered(db(), { meetingId, viewer, mailHost, now: new Date() })).toBeNull();
    await settled(meetingId);
    await db().boss.offWork(deliveryQueue);
    route.close();
    await smtp.stop();
    expect(await listed(db(), viewer)).toEqual(nobody);
    const mails = await Promise.all(smtp.received.map(({ raw }) => readMail(raw)));
    expect(mails.map(({ parsed }) => parsed.subject!.split(" (")[0]).sort()).toEqual([
      "Invitation: Renamed",
      "Invitation: Renamed",
      "Your meeting: Renamed",
    ]);
    for (const { parsed } of mails) expect(parsed.text).not.toContain("What changed");
  });

  test("a mail stored locally while a mail server is being set counts as not sent", async () => {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 0, new Date()));
    await setServer(db(), 25, place.organiser);
    const { id: deliveryId } = await db().prisma.delivery.findFirstOrThrow({ where: { participant: { meetingId } } });
    const attempt = {
      jobId: crypto.randomUUID(),
      deliveryId,
      attempts: 1,
      firstAttemptAt: null,
      usefulUntil: null,
    };
    await recordAttempts(db(), [{ ...attempt, outcome: storedLocally }], new Date(), () => 0);
    expect(await listed(db(), place.organiser)).toEqual({ ...nobody, notInvited: 1 });
  });

  test("a cancellation counts as missing only after an invitation went out", async () => {
    const place = await install(db());
    const who = { viewer: place.organiser, mailHost, now: new Date() };
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    const toParticipant = { participant: { meetingId, isOrganiser: false } };
    await db().prisma.delivery.updateMany({ where: toParticipant, data: { status: "ACCEPTED", sentVia: "SMTP" } });
    await storeLocally(db(), meetingId);
    await cancelMeeting(db(), { meetingId, ...who });
    await storeLocally(db(), meetingId);
    await markStoredLocally(db().prisma, new Date(Date.now() + 72 * 3600_000));
    expect(await listed(db(), who.viewer)).toEqual(nobody);
    await markStoredLocally(db().prisma, new Date());
    expect(await listed(db(), who.viewer)).toEqual({ ...nobody, notCancelled: 1 });
  });

  test("a locally stored invitation is not followed by a cancellation", async () => {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    await storeLocally(db(), meetingId);
    await setServer(db(), 25, place.organiser);
    await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
    const cancellations = { participant: { meetingId }, kind: "CANCELLATION" } as const;
    expect(await db().prisma.delivery.count({ where: cancellations })).toBe(0);
  });
});

test("a mail server that the environment names counts from the start", async () => {
  const databaseUrl = await newPostgresDatabase();
  const db = await openDatabase({ databaseUrl, dataDir: null });
  await startQueue(db);
  const place = await install(db);
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 1, new Date()));
  await storeLocally(db, meetingId);
  const env = { DATABASE_URL: databaseUrl, SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "a@example.org" };
  const worker = await startApp({ env: { ...env, APP_SECRET: appSecret }, script: "worker" });
  expect(await listed(db, place.organiser)).toEqual({ ...nobody, notInvited: 2 });
  await worker.kill();
  await db.boss.stop({ graceful: true, timeout: 60_000 });
  await db.close();
});
