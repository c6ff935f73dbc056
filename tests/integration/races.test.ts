import { expect, test } from "vitest";
import { insertCredential } from "@/lib/credentials/replace";
import type { Database } from "@/lib/db";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { resendInvitation } from "@/lib/meetings/resend";
import { deliveryQueue } from "@/lib/queue";
import { lockIsWaitedFor, onEachDatabase } from "@/tests/support/database";
import { appSecret, inputFor, install, mailHost, schedule, work } from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { type SmtpResponse, startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const secret = "another secret of the server, long enough to be one";

onEachDatabase((db, kind) => {
  test("a meeting saved while a credential is being replaced is signed with the new one", async () => {
    const place = await install(db());
    const domainId = place.domain.id;
    let saving: Promise<string> | undefined;
    await db().prisma.$transaction(async (tx) => {
      // As lib/credentials/replace.ts does it.
      await tx.$queryRaw`SELECT 1 FROM "Domain" WHERE "id" = ${domainId}::uuid FOR UPDATE`;
      await tx.credential.updateMany({ where: { domainId }, data: { state: "RETIRED", retiredAt: new Date() } });
      await insertCredential(tx, { domainId, createdById: place.organiser.id, appSecret, issuer: "app", secret });
      saving = schedule(db(), place, inputFor(domainId, 2, new Date()));
      // PGlite has one connection: there everything waits.
      if (kind === "postgres") await waitFor("the save to wait", () => lockIsWaitedFor(tx));
    });
    const meetingId = await saving!;
    const tokens = await db().prisma.roomToken.findMany({
      where: { participant: { meetingId } },
      select: { credential: { select: { state: true } } },
    });
    expect(tokens.map(({ credential }) => credential.state)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
  });

  test("an invitation sent again while its meeting is cancelled is not mailed", async () => {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    await db().prisma.delivery.updateMany({ where: { participant: { meetingId } }, data: { status: "FAILED" } });
    const { id: participantId } = await db().prisma.participant.findFirstOrThrow({
      where: { meetingId, isOrganiser: false },
    });
    const who = { viewer: place.organiser, mailHost, now: new Date() };
    await Promise.all([
      resendInvitation(db(), { participantId, ...who }),
      cancelMeeting(db(), { meetingId, ...who }),
      resendInvitation(db(), { participantId, ...who }),
    ]);
    const queued = await db().prisma.delivery.findMany({ where: { participant: { meetingId }, status: "QUEUED" } });
    expect(queued.filter(({ kind }) => kind !== "CANCELLATION")).toEqual([]);
  });

  test.each<{ what: string; response: SmtpResponse; becomes: string }>([
    { what: "comes after all", response: { kind: "accept" }, becomes: "ACCEPTED" },
    { what: "is lost", response: { kind: "drop-after-data" }, becomes: "SUPERSEDED" },
  ])(
    "an invitation that was on the wire when its meeting was cancelled is followed by a cancellation: the server's response $what",
    async ({ response, becomes }) => {
      let cancel: (() => Promise<unknown>) | null = null;
      const place = await install(db());
      const { email } = place.organiser;
      const smtp = await startSmtp({
        respond: (recipient, attempt) => (recipient === email && attempt === 1 ? response : { kind: "accept" }),
        // Not at a mail of another meeting: then this one would be superseded before it left, and never be on the wire.
        before: async (recipient) => void (recipient === email && (await cancel?.())),
      });
      const meetingId = await schedule(db(), place, inputFor(place.domain.id, 0, new Date()));
      const mails = () => db().prisma.delivery.findMany({ where: { participant: { meetingId } } });
      // The invitation is held by the server until the cancellation has overtaken it.
      cancel = async () => {
        cancel = null;
        await cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date() });
        await waitFor("the cancellation to be accepted", async () =>
          (await mails()).some(({ kind, status }) => kind === "CANCELLATION" && status === "ACCEPTED"),
        );
      };
      const stopWork = await work(db(), smtp.url);
      await waitFor("the cancellation to go out once more", async () => {
        const kinds = (await mails()).filter(({ status }) => status === "ACCEPTED").map(({ kind }) => kind);
        return kinds.filter((kind) => kind === "CANCELLATION").length === 2;
      });
      expect((await mails()).find(({ kind }) => kind === "INVITATION")!.status).toBe(becomes);
      await stopWork();
      await smtp.stop();
      const own = smtp.received.filter(({ to }) => to[0] === email);
      const methods = (await Promise.all(own.map(({ raw }) => readMail(raw)))).map(({ method }) => method);
      expect(methods).toEqual(["CANCEL", "REQUEST", "CANCEL"]);
    },
  );

  test("trying again now, however often, leaves one mail", async () => {
    let refuse = true;
    const smtp = await startSmtp({
      respond: () => (refuse ? { kind: "refuse", code: 451, message: "4.7.1 Later" } : { kind: "accept" }),
    });
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 0, new Date()));
    // Not by itself while this test looks.
    const stopWork = await work(db(), smtp.url, { delayMs: () => 3600_000 });
    const waiting = () => db().prisma.delivery.findFirstOrThrow({ where: { participant: { meetingId } } });
    await waitFor("a refusal", async () => (await waiting()).attempts === 1);
    refuse = false;
    const { participantId } = await waiting();
    const clock = Date.now();
    // By clocks that differ: whoever comes second may well think it is earlier.
    const again = (earlierMs: number) => {
      const now = new Date(clock - earlierMs);
      return resendInvitation(db(), { participantId, viewer: place.organiser, mailHost, now });
    };
    const answers = await Promise.all([again(0), again(1), again(2)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, as: "tried-now" }]);
    await waitFor("no job to be left", async () => (await openJobs(db())) === 0);
    await stopWork();
    await smtp.stop();
    expect(smtp.received).toHaveLength(1);
    expect(await waiting()).toMatchObject({ status: "ACCEPTED", attempts: 2 });
  });

  test("a mail that is tried now has one job, and none is hurried that a worker has", async () => {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 0, new Date()));
    const later = new Date(Date.now() + 3600_000);
    const waiting = { attempts: 1, deferredAt: new Date(), nextAttemptAt: later };
    await db().prisma.delivery.updateMany({ where: { participant: { meetingId } }, data: waiting });
    const { id, participantId } = await db().prisma.delivery.findFirstOrThrow({
      where: { participant: { meetingId } },
    });
    await db().prisma.$executeRaw`
      UPDATE pgboss.job SET "start_after" = ${later}::timestamptz WHERE "data"->>'deliveryId' = ${id}`;
    const again = () => resendInvitation(db(), { participantId, viewer: place.organiser, mailHost, now: new Date() });
    const jobs = () => db().prisma.$queryRaw<{ due: boolean }[]>`
      SELECT "start_after" <= now() AS "due" FROM pgboss.job WHERE "data"->>'deliveryId' = ${id}`;
    expect(await again()).toEqual({ ok: true, as: "tried-now" });
    expect(await jobs()).toEqual([{ due: true }]);

    await db().prisma.delivery.update({ where: { id }, data: waiting });
    await db().prisma.$executeRaw`UPDATE pgboss.job SET "state" = 'active' WHERE "data"->>'deliveryId' = ${id}`;
    expect(await again()).toEqual({ ok: false, reason: "on-its-way" });
    expect(await jobs()).toHaveLength(1);
  });

  test("a reply with characters that the database refuses does not stop the rest", async () => {
    const smtp = await startSmtp({
      respond: (recipient) =>
        recipient.startsWith("participant-0@")
          ? { kind: "refuse", code: 550, message: "5.1.1 \0 \u202e no" }
          : { kind: "accept" },
    });
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 5, new Date()));
    const stopWork = await work(db(), smtp.url);
    await waitFor("everything to be decided", async () => {
      return (await db().prisma.delivery.count({ where: { participant: { meetingId }, status: "QUEUED" } })) === 0;
    });
    await stopWork();
    await smtp.stop();
    expect(smtp.received).toHaveLength(5);
  });
});

const openJobs = async ({ prisma }: Database) =>
  (
    await prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = ${deliveryQueue} AND state < 'completed'`
  )[0]!.n;
