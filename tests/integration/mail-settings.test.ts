import { beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db";
import { openMailRoute } from "@/lib/mail/delivery/mail-route";
import { verifyVerp } from "@/lib/mail/delivery/verp";
import { startWorker } from "@/lib/mail/delivery/worker";
import { openCurrentMail } from "@/lib/mail/settings/current";
import { type MailChange, saveMailSettings } from "@/lib/mail/settings/save";
import { deliveryQueue } from "@/lib/queue";
import { onEachDatabase } from "@/tests/support/database";
import { answerLink, appSecret, inputFor, install, keys, meetingUrl, schedule } from "@/tests/support/installation";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const nothingSet = { smtpUrl: null, mailFrom: null, imapUrl: null };
const password = "correct horse+battery/staple";
const now = new Date("2026-11-24T10:00:00Z");

onEachDatabase((database) => {
  let db: Database;
  let actorId: string;

  beforeEach(async () => {
    db = database();
    await db.prisma.mailSettings.deleteMany();
    await db.prisma.auditEvent.deleteMany();
    actorId = (await install(db)).organiser.id;
  });

  const save = (version: number, change: Partial<MailChange>) =>
    saveMailSettings(db, { version, change: { fields: {}, secrets: {}, ...change }, actorId, appSecret, now });
  const serverAt = (port: number, fromAddress: string): Partial<MailChange> => ({
    fields: { smtpHost: "127.0.0.1", smtpPort: port, smtpSecurity: "NONE", fromName: "Office", fromAddress },
  });

  test("without settings mail stays in local mail, under a sender that cannot exist", async () => {
    const mail = await openCurrentMail(db, nothingSet, appSecret);
    expect(await mail.current()).toMatchObject({
      version: 0,
      server: null,
      sender: { name: "Latchkey", address: "invites@latchkey.invalid" },
      dkim: null,
      inbox: null,
      fromEnvironment: { server: false, sender: false, inbox: false },
    });
  });

  test("the environment wins over what was saved, part by part", async () => {
    await save(0, serverAt(2525, "saved@example.org"));
    const env = {
      smtpUrl: "smtps://ann:p%40ss@mail.example.net",
      mailFrom: { name: "Env", address: "env@example.net" },
      imapUrl: null,
    };
    const both = await openCurrentMail(db, env, appSecret);
    expect(both.lastRead()).toMatchObject({
      server: { host: "mail.example.net", port: 465, security: "TLS", verify: true, user: "ann", password: "p@ss" },
      sender: { name: "Env", address: "env@example.net" },
      fromEnvironment: { server: true, sender: true, inbox: false },
    });
    const onlyImap = await openCurrentMail(db, { ...nothingSet, imapUrl: "imap://a:b@mail.example.net" }, appSecret);
    expect(onlyImap.lastRead()).toMatchObject({
      server: { host: "127.0.0.1", port: 2525 },
      inbox: { host: "mail.example.net", port: 143, security: "STARTTLS", user: "a", password: "b" },
      fromEnvironment: { server: false, sender: false, inbox: true },
    });
  });

  test("a running worker finishes its batch and uses new settings from the next one", async () => {
    let respond = () => {};
    const held = new Promise<void>((resolve) => {
      respond = resolve;
    });
    const old = await startSmtp({ before: () => held });
    const next = await startSmtp();
    await save(0, serverAt(old.port, "old@example.org"));
    const mail = await openCurrentMail(db, nothingSet, appSecret);
    const route = openMailRoute({ mail, appSecret, dataDir: "", hasLocalMail: false });
    await startWorker(db, { keys: keys(), mail: route, answerLink, meetingUrl, now: () => new Date() });

    const place = await install(db);
    // One mail, so that the other of the worker's two batches is free.
    await schedule(db, place, inputFor(place.domain.id, 0, new Date()));
    await waitFor("a mail on the wire", () => old.attempts.size === 1);
    await save(1, { fields: { ...serverAt(next.port, "new@example.org").fields, imapHost: "127.0.0.1", imapPort: 1 } });
    await schedule(db, place, inputFor(place.domain.id, 1, new Date()));
    await next.accepted(2);
    respond();
    await old.accepted(1);
    const waiting = {
      participant: { meeting: { organiserId: place.organiser.id } },
      NOT: { status: "ACCEPTED" },
    } as const;
    await waitFor(
      "every response to be recorded",
      async () => (await db.prisma.delivery.count({ where: waiting })) === 0,
    );
    await db.boss.offWork(deliveryQueue);
    route.close();
    await Promise.all([old.stop(), next.stop()]);

    expect(old.received.map(({ from }) => from)).toEqual(["old@example.org"]);
    expect(next.received).toHaveLength(2);
    for (const { from, to, raw } of next.received) {
      expect(raw).toMatch(/^From: .*<new@example\.org>/m);
      // Now there is a mailbox to read bounces from.
      const delivery = await db.prisma.delivery.findUniqueOrThrow({
        where: { id: verifyVerp(from, appSecret)! },
        include: { participant: true },
      });
      expect(delivery.participant.email).toBe(to[0]);
    }
  });

  test("without a mail server, a worker without local mail defers mail and says why", async () => {
    const mail = await openCurrentMail(db, nothingSet, appSecret);
    const route = openMailRoute({ mail, appSecret, dataDir: "", hasLocalMail: false });
    await startWorker(db, {
      keys: keys(),
      mail: route,
      answerLink,
      meetingUrl,
      now: () => new Date(),
      delayMs: () => 50,
    });
    const place = await install(db);
    const meetingId = await schedule(db, place, inputFor(place.domain.id, 1, new Date()));
    const where = { participant: { meetingId }, status: "QUEUED", NOT: { deferredAt: null } } as const;
    const waiting = await waitFor("a mail to wait", () => db.prisma.delivery.findFirst({ where }));
    expect(waiting.reason).toBe("no-mail-server-yet");
    const smtp = await startSmtp();
    await save(0, serverAt(smtp.port, "invites@example.org"));
    await smtp.accepted(2);
    await waitFor("the responses", async () => (await db.prisma.delivery.count({ where })) === 0);
    await db.boss.offWork(deliveryQueue);
    route.close();
    await smtp.stop();
  });

  test("mails that wait are tried at once with settings that were changed, and no others", async () => {
    const place = await install(db);
    const meetingId = await schedule(db, place, inputFor(place.domain.id, 3, new Date()));
    const mails = await db.prisma.delivery.findMany({ where: { participant: { meetingId } }, orderBy: { id: "asc" } });
    const [waits, isTriedNow, isNew, isTaken] = mails.map(({ id }) => id);
    const later = new Date(now.getTime() + 3600_000);
    const set = (id: string | undefined, data: object) => db.prisma.delivery.update({ where: { id }, data });
    await set(waits, { attempts: 2, deferredAt: now, nextAttemptAt: later });
    await set(isTriedNow, { attempts: 1, deferredAt: now, nextAttemptAt: null });
    await set(isTaken, { status: "ACCEPTED", attempts: 1, nextAttemptAt: null });
    await db.prisma
      .$executeRaw`UPDATE pgboss.job SET "start_after" = ${later}::timestamptz WHERE "name" = ${deliveryQueue}
      AND "data"->>'deliveryId' = ANY(${mails.map(({ id }) => id)})`;
    const due = () => db.prisma.$queryRaw<{ id: string }[]>`
      SELECT "data"->>'deliveryId' AS "id" FROM pgboss.job WHERE "name" = ${deliveryQueue} AND "start_after" <= ${now}::timestamptz
        AND "data"->>'deliveryId' = ANY(${mails.map(({ id }) => id)})`;
    expect(await save(0, serverAt(2526, "office@example.org"))).toEqual({ ok: true, changed: true, triedNow: 1 });
    expect(await due()).toEqual([{ id: waits }]);
    expect(await db.prisma.delivery.findUnique({ where: { id: waits } })).toMatchObject({ nextAttemptAt: null });
    expect(await db.prisma.delivery.findUnique({ where: { id: isNew } })).toMatchObject({ attempts: 0 });
    expect(await save(1, serverAt(2526, "office@example.org"))).toEqual({ ok: true, changed: false, triedNow: 0 });
  });

  test("secrets are sealed, and stand in no row and in no audit event", async () => {
    const secrets = { smtpPassword: password, imapPassword: `${password} too` };
    await save(0, { ...serverAt(25, "a@example.org"), secrets });
    const rows = JSON.stringify([await db.prisma.mailSettings.findFirst(), await db.prisma.auditEvent.findMany()]);
    expect(rows).not.toContain(password);
    const mail = await openCurrentMail(db, nothingSet, appSecret);
    expect(mail.lastRead().server?.password).toBe(password);
    const other = await openCurrentMail(db, nothingSet, "another secret, which is as long as the first");
    expect(other.lastRead().unreadable).toEqual(["smtpPassword", "imapPassword"]);
    const route = openMailRoute({ mail: other, appSecret, dataDir: "", hasLocalMail: true });
    const sent = route.use(({ transport }) =>
      transport.send({ envelope: { from: "", to: [] }, messageId: "", raw: Buffer.alloc(0) }),
    );
    expect(await sent).toMatchObject({ result: "waits", reason: "password-unreadable" });
  });

  test("every change is in the audit log: who, when, which field from what to what", async () => {
    await save(0, { ...serverAt(25, "a@example.org"), secrets: { smtpPassword: password } });
    await save(1, {
      fields: { smtpHost: "127.0.0.1", smtpVerify: false, replyTo: "SENDER" },
      secrets: { smtpPassword: null },
    });
    expect(await save(2, { fields: { smtpVerify: false }, secrets: { smtpPassword: null } })).toEqual({
      ok: true,
      changed: false,
      triedNow: 0,
    });
    const events = await db.prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ actorId, at: now, action: "mail-settings.changed", subject: "mail-settings" });
    expect(events[0]!.detail).toMatchObject({ smtpHost: { from: null, to: "127.0.0.1" }, smtpPassword: "changed" });
    expect(events[1]!.detail).toEqual({
      smtpVerify: { from: true, to: false },
      replyTo: { from: "ORGANISER", to: "SENDER" },
      smtpPassword: "removed",
    });
  });

  test("of several who save at once one wins, and the others are told", async () => {
    for (const version of [0, 1]) {
      const results = await Promise.all(
        [1, 2, 3, 4].map((n) => save(version, { fields: { mailsPerMinute: 10 * n + version } })),
      );
      expect(results.filter(({ ok }) => ok)).toMatchObject([{ ok: true, changed: true }]);
      expect(results.filter(({ ok }) => !ok)).toEqual(Array(3).fill({ ok: false, reason: "changed-meanwhile" }));
    }
    expect(await db.prisma.auditEvent.count()).toBe(2);
  });
});
