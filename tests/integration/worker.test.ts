import { expect, test } from "vitest";
import type { Database } from "@/lib/db";
import { openTransport, waitingTransport } from "@/lib/mail/delivery/transport";
import { startWorker } from "@/lib/mail/delivery/worker";
import { serverOfUrl } from "@/lib/mail/settings/server";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { deliveryQueue } from "@/lib/queue";
import { onEachDatabase } from "@/tests/support/database";
import {
  answerLink,
  inputFor,
  install,
  keys,
  mailHost,
  meetingUrl,
  routeThrough,
  schedule,
  work,
} from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const hourMs = 3600_000;

onEachDatabase((db) => {
  const mails = (meetingId: string) => db().prisma.delivery.findMany({ where: { participant: { meetingId } } });
  const nothingWaits = (meetingId: string) =>
    waitFor("every mail to be decided", async () =>
      (await mails(meetingId)).every(({ status }) => status !== "QUEUED"),
    );

  test("an invitation not sent before the meeting ended fails and says so", async () => {
    const smtp = await startSmtp();
    const place = await install(db());
    const daysAgo = new Date(Date.now() - 72 * hourMs);
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, daysAgo), daysAgo);
    const stopWork = await work(db(), smtp.url);
    await nothingWaits(meetingId);
    await stopWork();
    await smtp.stop();
    expect(smtp.received).toEqual([]);
    for (const { status, reason } of await mails(meetingId))
      expect([status, reason]).toEqual(["FAILED", "meeting-over"]);
  });

  test("an invitation waiting under a rate limit is not sent after a cancellation", async () => {
    const smtp = await startSmtp();
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 2, new Date()));
    const transport = openTransport({ server: serverOfUrl(smtp.url), dataDir: "" });
    let turns = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const mail = routeThrough(transport, async () => (turns++ === 0 ? undefined : released));
    await startWorker(db(), { keys: keys(), mail, answerLink, meetingUrl, now: () => new Date() });
    await waitFor("the others to wait for their turn", async () => smtp.received.length === 1 && turns === 3);
    await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
    release();
    await nothingWaits(meetingId);
    await db().boss.offWork(deliveryQueue);
    transport.close();
    await smtp.stop();
    const read = await Promise.all(smtp.received.map(({ raw }) => readMail(raw)));
    expect(read.filter(({ method }) => method === "REQUEST")).toHaveLength(1);
    expect(read.filter(({ method }) => method === "CANCEL").length).toBeGreaterThanOrEqual(3);
  });

  test("mails sent while the database is read-only are recorded later, not sent again", async () => {
    const smtp = await startSmtp();
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 4, new Date()));
    const stopWork = await work(refusing(db(), { transactions: 2 }), smtp.url);
    await nothingWaits(meetingId);
    await stopWork();
    await smtp.stop();
    expect((await mails(meetingId)).map(({ status, attempts }) => [status, attempts])).toEqual(
      Array(5).fill(["ACCEPTED", 1]),
    );
    expect(smtp.received).toHaveLength(5);
  });

  test("a mail that waits for an admin says why, uses no attempt, and leaves later", async () => {
    const smtp = await startSmtp();
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 0, new Date()));
    const reason = "no-mail-server-yet";
    const mail = routeThrough(waitingTransport(reason));
    await startWorker(db(), { keys: keys(), mail, answerLink, meetingUrl, now: () => new Date() });
    await waitFor("the mail to wait", async () => (await mails(meetingId))[0]!.deferredAt !== null);
    await db().boss.offWork(deliveryQueue);
    const [waiting] = await mails(meetingId);
    expect(waiting).toMatchObject({ status: "QUEUED", attempts: 0, reason });
    expect(await db().prisma.deliveryAttempt.count({ where: { deliveryId: waiting!.id } })).toBe(0);
    await db().prisma.$executeRaw`UPDATE pgboss.job SET "start_after" = now() WHERE "name" = ${deliveryQueue}`;
    const stopWork = await work(db(), smtp.url);
    await nothingWaits(meetingId);
    await stopWork();
    await smtp.stop();
    expect((await mails(meetingId))[0]).toMatchObject({ status: "ACCEPTED", attempts: 1 });
  });
});

/** The same database, which refuses so many transactions first. */
function refusing(db: Database, left: { transactions: number }): Database {
  const prisma = new Proxy(db.prisma, {
    get(target, name) {
      if (name === "$transaction" && left.transactions-- > 0)
        return () => Promise.reject(new Error("the database is restarting"));
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { ...db, prisma };
}
