import { expect, test } from "vitest";
import { findMeeting } from "@/lib/meetings/read/find";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, schedule, work } from "@/tests/support/installation";
import { type ReadMail, readMail } from "@/tests/support/mail";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const people = 200;

onEachDatabase((db) => {
  test("200 participants get 200 mails of their own that read back as entered", async () => {
    const smtp = await startSmtp();
    const stopWork = await work(db(), smtp.url);
    const place = await install(db());
    const input = inputFor(place.domain.id, people, new Date());
    const meetingId = await schedule(db(), place, input);
    const received = await smtp.accepted(people + 1);
    await waitFor("all deliveries to be recorded", async () => {
      const meeting = await findMeeting(db(), { meetingId, viewer: place.organiser });
      return meeting?.progress.accepted === people + 1;
    });
    await stopWork();
    await smtp.stop();

    expect(received).toHaveLength(people + 1);
    const rows = await db().prisma.participant.findMany({
      where: { meetingId },
      include: { deliveries: true, roomTokens: true },
    });
    const meeting = await db().prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const mails = await Promise.all(
      received.map(async ({ raw, to }) => ({ raw, envelope: to, mail: await readMail(raw) })),
    );
    const byRecipient = new Map(mails.map((entry) => [entry.mail.to, entry]));
    expect([...byRecipient.keys()].sort()).toEqual(rows.map((row) => row.email).sort());

    for (const row of rows) {
      const { raw, envelope, mail } = byRecipient.get(row.email)!;
      expect(envelope).toEqual([row.email]);
      expectCalendarEntry(mail, { uid: row.calendarUid, email: row.email, sequence: 0 });
      expect(mail.event.summary).toBe(input.title);
      expect(mail.event.startDate.toJSDate()).toEqual(input.startsAt);
      expect(mail.event.endDate.toJSDate()).toEqual(input.endsAt);
      expect(mail.event.startDate.zone?.tzid).toBe(input.timeZone);
      expect(mail.component.getFirstPropertyValue("url")).toBe(mail.link);
      const [token] = row.roomTokens;
      expect(mail.claims).toMatchObject({
        jti: token!.id,
        room: meeting.roomName,
        moderator: row.isOrganiser,
        exp: token!.expiresAt.getTime() / 1000,
      });
      expect(mail.messageId).toBe(`<${row.deliveries[0]!.messageId}>`);
      expectNobodyElse(raw, row, rows);
    }
    for (const [what, values] of Object.entries({
      uid: mails.map(({ mail }) => mail.event.uid),
      token: mails.map(({ mail }) => mail.claims!.jti),
      messageId: mails.map(({ mail }) => mail.messageId),
    })) {
      expect(new Set(values).size, `every mail has a ${what} of its own`).toBe(people + 1);
    }
  });
});

function expectCalendarEntry(mail: ReadMail, row: { uid: string; email: string; sequence: number }) {
  expect(mail.method).toBe("REQUEST");
  expect(mail.event.uid).toBe(row.uid);
  expect(mail.event.sequence).toBe(row.sequence);
  expect(mail.attendees.map((attendee) => attendee.getFirstValue())).toEqual([`mailto:${row.email}`]);
}

type Person = {
  id: string;
  email: string;
  name: string;
  isOrganiser: boolean;
  calendarUid: string;
  roomTokens: { id: string }[];
};

/**
 * Everything in a mail that could name a person, encoded parts included, belongs to its recipient. The organiser's name
 * and address stand in every mail (Reply-To); their calendar UID and token do not.
 */
function expectNobodyElse(raw: string, owner: Person, everybody: Person[]) {
  const decoded = [raw, ...base64Blocks(raw), ...jwtPayloads(raw)].join("\n").replace(/=\r?\n/g, "");
  const others = everybody.filter(({ id }) => id !== owner.id);
  const theirs = new Set(
    others.flatMap((other) => [
      other.calendarUid,
      other.id,
      other.roomTokens[0]!.id,
      ...(other.isOrganiser ? [] : [other.email, other.name]),
    ]),
  );
  const named = decoded.match(/[\w.+-]+@[\w.-]+|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|Participant \d+/g) ?? [];
  expect(named).toContain(owner.calendarUid);
  expect(named.filter((word) => theirs.has(word))).toEqual([]);
}

const base64Blocks = (raw: string) =>
  [...raw.matchAll(/(?:^[A-Za-z0-9+/=]{60,76}\r?\n)+(?:^[A-Za-z0-9+/=]+\r?\n)?/gm)].map(([block]) =>
    Buffer.from(block.replace(/\s/g, ""), "base64").toString("utf8"),
  );

const jwtPayloads = (raw: string) =>
  [...raw.replace(/=\r?\n/g, "").matchAll(/eyJ[\w-]+\.(eyJ[\w-]+)\./g)].map((match) =>
    Buffer.from(match[1]!, "base64url").toString("utf8"),
  );
