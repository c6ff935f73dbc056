import { expect, test } from "vitest";
import { readContent } from "@/lib/mail/local/read";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { changeMeeting } from "@/lib/meetings/change";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { placeholders, previewMail } from "@/lib/meetings/read/preview";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { insertReminderMails } from "@/lib/reminders/mails";
import { change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, keys, mailHost, schedule, sender, work } from "@/tests/support/installation";
import { person } from "@/tests/support/person";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

type Edit = { input: MeetingInput; otherDomainId: string };

/** In this order, on one meeting: each starts from what the one before it left. */
const edits: [string, (edit: Edit) => Partial<MeetingInput> & { changeRoom?: boolean }][] = [
  ["title", () => ({ title: "Board meeting, spring; “moved”" })],
  ["description", () => ({ description: "Agenda:\n1. Minutes <draft> & budget\n\nhttps://example.org/?a=1&b=2" })],
  ["time", ({ input }) => ({ startsAt: hours(input.startsAt, 3), endsAt: hours(input.endsAt, 4) })],
  ["time zone", () => ({ timeZone: "America/New_York" })],
  ["domain", ({ otherDomainId }) => ({ domainId: otherDomainId })],
  ["room", () => ({ changeRoom: true })],
  ["role", ({ input }) => ({ participants: changed(input, { role: "MODERATOR" }) })],
  ["name", ({ input }) => ({ participants: changed(input, { name: "Zoë O’Hara" }) })],
  ["language", () => ({ locale: "de", title: "Board meeting, in German" })],
  ["somebody added", ({ input }) => ({ participants: [...input.participants, person({ name: "new" })] })],
  ["somebody removed", ({ input }) => ({ participants: input.participants.slice(1) })],
];

onEachDatabase((db) => {
  test("the preview equals the sent mail except for what only its recipient may have", async () => {
    const smtp = await startSmtp();
    const stopWork = await work(db(), smtp.url);
    const place = await install(db());
    const other = await install(db(), { baseUrl: "https://jitsi.example.net/board" });
    const { organiser } = place;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 3, new Date()));
    await expectSame("invitation");

    for (const [what, edit] of edits) {
      const saved = (await savedMeeting(db(), { meetingId, viewer: organiser }))!;
      const { changeRoom = false, ...parts } = edit({ input: saved.input, otherDomainId: other.domain.id });
      const request = {
        meetingId,
        viewer: organiser,
        version: saved.version,
        tell: "everybody",
        fingerprint: null,
      } as const;
      const input = { ...saved.input, ...parts };
      const result = await changeMeeting(db(), { ...request, input, changeRoom, mailHost, now: new Date() });
      expect(result.ok, what).toBe(true);
      await expectSame(what);
    }
    await cancelMeeting(db(), { meetingId, viewer: organiser, mailHost, now: new Date() });
    await expectSame("cancellation");
    await stopWork();
    await smtp.stop();

    async function expectSame(what: string) {
      await waitFor(`${what} to be sent`, async () => {
        const queued = { participant: { meetingId }, status: "QUEUED" as const };
        return (await db().prisma.delivery.count({ where: queued })) === 0;
      });
      const people = await db().prisma.participant.findMany({ where: { meetingId } });
      expect(people.length).toBeGreaterThan(3);
      for (const { id: participantId, email, calendarUid } of people) {
        const sent = smtp.received.filter(({ to }) => to.includes(email)).at(-1)!;
        const preview = await previewMail(
          db(),
          { participantId, viewer: organiser, deliveryId: null },
          { keys: keys(), sender, publicUrl: "https://latchkey.example.org" },
        );
        const shown = JSON.stringify(preview?.ok && preview.mail, null, 1);
        expect(shown, `${what}, ${email}`).toBe(withoutSecrets(await readContent(Buffer.from(sent.raw)), calendarUid));
        expect(shown).not.toMatch(/eyJ|\/rsvp\/|jwt/);
        expect(shown).not.toContain(calendarUid);
      }
    }
  });

  test("a reminder of an outdated time is shown as sent, also after the update", async () => {
    const smtp = await startSmtp();
    const stopWork = await work(db(), smtp.url);
    const place = await install(db());
    const meetingId = await schedule(db(), place, { ...inputFor(place.domain.id, 1, new Date()), reminders: [60] });
    const person = await db().prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: false } });
    const allSent = () =>
      waitFor("all mails to be sent", async () => {
        const queued = { participant: { meetingId }, status: "QUEUED" as const };
        return (await db().prisma.delivery.count({ where: queued })) === 0;
      });
    await allSent();
    await change(db(), place, meetingId, "nobody", moved(30));
    const { id: reminderId } = await db().prisma.reminder.findFirstOrThrow({ where: { occurrence: { meetingId } } });
    await db().prisma.$transaction((tx) => insertReminderMails(db(), tx, [reminderId], { mailHost, now: new Date() }));
    await allSent();
    const sent = smtp.received.filter(({ to }) => to.includes(person.email)).at(-1)!;
    expect((await readContent(Buffer.from(sent.raw))).text).toContain("your calendar may still show");

    await change(db(), place, meetingId, "everybody", moved(30));
    await allSent();
    const { id: deliveryId } = await db().prisma.delivery.findFirstOrThrow({
      where: { participantId: person.id, kind: "REMINDER" },
    });
    const preview = await previewMail(
      db(),
      { participantId: person.id, viewer: place.organiser, deliveryId },
      { keys: keys(), sender, publicUrl: "https://latchkey.example.org" },
    );
    const shown = JSON.stringify(preview?.ok && preview.mail, null, 1);
    expect(shown).toBe(withoutSecrets(await readContent(Buffer.from(sent.raw)), person.calendarUid));
    await stopWork();
    await smtp.stop();
  });

  test("an older mail still says what it said, after somebody was promoted", async () => {
    const smtp = await startSmtp();
    const stopWork = await work(db(), smtp.url);
    const place = await install(db());
    const { organiser } = place;
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    const { id: participantId } = await db().prisma.participant.findFirstOrThrow({
      where: { meetingId, isOrganiser: false },
    });
    const allSent = () =>
      waitFor("all mails to be sent", async () => {
        const queued = { participant: { meetingId }, status: "QUEUED" as const };
        return (await db().prisma.delivery.count({ where: queued })) === 0;
      });
    await allSent();
    const { id: deliveryId } = await db().prisma.delivery.findFirstOrThrow({ where: { participantId } });
    const context = { keys: keys(), sender, publicUrl: "https://latchkey.example.org" };
    const look = () => previewMail(db(), { participantId, viewer: organiser, deliveryId }, context);
    const before = await look();
    expect(before).toMatchObject({ ok: true });

    const saved = (await savedMeeting(db(), { meetingId, viewer: organiser }))!;
    const [first, ...others] = saved.input.participants;
    const promoted: MeetingInput["participants"] = [{ ...first!, role: "MODERATOR" }, ...others];
    const request = {
      meetingId,
      viewer: organiser,
      version: saved.version,
      tell: "everybody",
      fingerprint: null,
    } as const;
    const input = { ...saved.input, participants: promoted };
    const result = await changeMeeting(db(), { ...request, input, changeRoom: false, mailHost, now: new Date() });
    expect(result.ok).toBe(true);
    await allSent();
    expect(smtp.received.at(-1)!.raw).toMatch(/moderator/);
    expect(await look()).toEqual(before);
    await stopWork();
    await smtp.stop();
  });

  test("nobody looks into the mails of another organiser's meeting", async () => {
    const place = await install(db());
    const stranger = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    const { id: participantId } = await db().prisma.participant.findFirstOrThrow({ where: { meetingId } });
    const context = { keys: keys(), sender, publicUrl: "https://latchkey.example.org" };
    const wanted = { participantId, viewer: stranger.organiser, deliveryId: null };
    expect(await previewMail(db(), wanted, context)).toBeNull();
  });
});

function withoutSecrets(content: object, calendarUid: string): string {
  return JSON.stringify(content, null, 1)
    .replaceAll(/ href=\\"[^"]*?(?:[?&]jwt=|\/rsvp\/)[^"]*?\\"/g, "")
    .replaceAll(/https?:[\w:/.-]*\?jwt=[\w.%=#-]+/g, placeholders.link)
    .replaceAll(/https?:[\w:/.-]*\/rsvp\/[\w-]{64}(\?answer=\w+)?/g, placeholders.answer)
    .replaceAll(calendarUid, `${placeholders.uid}@${mailHost}`);
}

const hours = (at: Date, more: number) => new Date(at.getTime() + more * 3600_000);
const changed = (
  { participants: [first, ...others] }: MeetingInput,
  change: Partial<MeetingInput["participants"][number]>,
) => [{ ...first!, ...change }, ...others];
