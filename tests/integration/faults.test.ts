import { expect, test } from "vitest";
import { findMeeting } from "@/lib/meetings/read/find";
import { resendInvitation } from "@/lib/meetings/resend";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule, work } from "@/tests/support/installation";
import { type SmtpResponse, startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

/** Instead of half a minute and more; which delay follows which attempt is tested with the pure function. */
const soon = { delayMs: () => 50 };

onEachDatabase((db) => {
  async function settled(meetingId: string, viewer: { id: string }) {
    const meeting = await waitFor("every delivery to be decided", async () => {
      const found = await findMeeting(db(), { meetingId, viewer });
      return found && found.progress.queued + found.progress.waiting === 0 ? found : null;
    });
    return new Map(meeting.participants.map(({ email, delivery }) => [email, delivery!]));
  }

  test("after greylisting, refusals and lost connections everybody has a final state", async () => {
    const respond = (recipient: string, attempt: number): SmtpResponse => {
      const number = Number(/participant-(\d+)@/.exec(recipient)?.[1] ?? 0);
      if (number % 4 === 1 && attempt < 3) return { kind: "refuse", code: 451, message: "4.7.1 Greylisted, try again" };
      if (number % 4 === 2) return { kind: "refuse", code: 550, message: `5.1.1 ${recipient} is unknown here` };
      if (number % 4 === 3 && attempt === 1) return { kind: "drop" };
      return { kind: "accept" };
    };
    const smtp = await startSmtp({ respond });
    const stopWork = await work(db(), smtp.url, soon);
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 24, new Date()));
    const deliveries = await settled(meetingId, place.organiser);
    await stopWork();
    await smtp.stop();

    for (let number = 0; number < 24; number++) {
      const email = `participant-${number}@example.org`;
      const delivery = deliveries.get(email)!;
      if (number % 4 === 2) {
        expect(delivery).toMatchObject({
          status: "FAILED",
          reason: "mail-server-refused-recipient",
          attempts: 1,
          nextAttemptAt: null,
        });
        expect(delivery.serverText).toContain(`${email} is unknown here`);
      } else {
        expect(delivery).toMatchObject({ status: "ACCEPTED", sentVia: "SMTP", attempts: [1, 3, 1, 2][number % 4] });
        expect(smtp.received.filter(({ to }) => to[0] === email)).toHaveLength(1);
      }
    }
  });

  test("a mail server that is down delays invitations, loses none, and the page says so", async () => {
    const smtp = await startSmtp({ down: true });
    const stopWork = await work(db(), smtp.url, soon);
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 20, new Date()));
    const waiting = await waitFor("a failed attempt to be shown", async () => {
      const meeting = await findMeeting(db(), { meetingId, viewer: place.organiser });
      return meeting?.participants.find(({ delivery }) => delivery!.attempts > 1)?.delivery;
    });
    expect(waiting).toMatchObject({ status: "QUEUED", reason: "no-connection" });
    expect(waiting.nextAttemptAt).toBeInstanceOf(Date);

    smtp.up();
    const deliveries = await settled(meetingId, place.organiser);
    await stopWork();
    await smtp.stop();
    expect([...deliveries.values()].map(({ status }) => status)).toEqual(Array(21).fill("ACCEPTED"));
    expect(new Set(smtp.received.flatMap(({ to }) => to)).size).toBe(21);
  });

  test("a retry sends the same bytes under the same Message-ID", async () => {
    const copies: string[] = [];
    // Accepted by the server, whose response never arrives: the mail goes out twice.
    const smtp = await startSmtp({
      respond: (_recipient, attempt) => (attempt === 1 ? { kind: "drop-after-data" } : { kind: "accept" }),
    });
    const stopWork = await work(db(), smtp.url, soon);
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 3, new Date()));
    await settled(meetingId, place.organiser);
    await stopWork();
    await smtp.stop();
    for (const email of new Set(smtp.received.flatMap(({ to }) => to))) {
      const mails = smtp.received.filter(({ to }) => to[0] === email).map(({ raw }) => raw);
      expect(mails).toHaveLength(2);
      expect(mails[0]).toBe(mails[1]);
      copies.push(email);
    }
    expect(copies).toHaveLength(4);
  });

  test("a failed invitation can be sent again, once, with the link that it had", async () => {
    let refuse = true;
    const smtp = await startSmtp({
      respond: () => (refuse ? { kind: "refuse", code: 550, message: "5.7.1 Not today" } : { kind: "accept" }),
    });
    const stopWork = await work(db(), smtp.url, soon);
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    await settled(meetingId, place.organiser);
    refuse = false;
    const { id } = await db().prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: false } });
    const again = { participantId: id, viewer: place.organiser, mailHost, now: new Date() };
    const answers = await Promise.all([resendInvitation(db(), again), resendInvitation(db(), again)]);
    expect(answers).toContainEqual({ ok: true, as: "new-invitation" });
    expect(answers).toContainEqual({ ok: false, reason: "on-its-way" });
    const deliveries = await settled(meetingId, place.organiser);
    await stopWork();
    await smtp.stop();
    expect(deliveries.get("participant-0@example.org")).toMatchObject({ status: "ACCEPTED" });
    expect(smtp.received).toHaveLength(1);
    expect(await db().prisma.roomToken.count({ where: { participantId: id } })).toBe(1);
  });
});
