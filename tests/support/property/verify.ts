import { expect } from "vitest";
import { factsOf } from "@/lib/meetings/plan/meeting-facts";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";
import { type ReadMail, readMail } from "@/tests/support/mail";
import { rightOrder } from "@/tests/support/property/in-order";
import { ModelCalendar } from "@/tests/support/property/model-calendar";
import type { Played } from "@/tests/support/property/play";
import type { Stage } from "@/tests/support/property/stage";

/** Replays what the mail server received into a calendar per person, and holds it beside the database. */
export async function verify({ db, smtp }: Stage, { meetingId, addresses, notMailed }: Played): Promise<void> {
  const found = await db.prisma.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    include: {
      occurrences: readOccurrence,
      domain: { include: { credentials: { where: { state: "ACTIVE" } } } },
      participants: {
        include: { answers: true, deliveries: { include: { revision: true }, orderBy: { revisedAt: "asc" } } },
      },
    },
  });
  const meeting = withTime(found);
  const received = smtp.received.filter(({ to }) => addresses.includes(to[0]!));
  const mails = await Promise.all(received.map(async ({ raw }) => ({ raw, ...(await readMail(raw)) })));
  sameBytes(mails);
  for (const { calendarUid, ...person } of meeting.participants) {
    const theirs = mails.filter(({ event }) => event.uid === calendarUid);
    rightOrder(theirs, person);
  }
  for (const address of addresses) {
    const calendar = new ModelCalendar();
    const own = mails.filter(({ to }) => to === address);
    for (const mail of own) calendar.receive(mail);
    const person = meeting.participants.find(({ email, removedAt }) => email === address && removedAt === null);
    const known = person?.deliveries.findLast(
      ({ kind, status }) => (kind === "INVITATION" || kind === "UPDATE") && status === "ACCEPTED",
    );
    if (!person || !known || meeting.status === "CANCELLED") {
      expect([...calendar.shown.keys()], `${address} has no entry`).toEqual([]);
      continue;
    }
    const { revision } = known;
    expect([...calendar.shown.keys()], `${address} has one entry`).toEqual([person.calendarUid]);
    expect(calendar.shown.get(person.calendarUid), `${address} was mailed`).toMatchObject({
      title: revision.title,
      startsAt: revision.startsAt.getTime(),
      endsAt: revision.endsAt.getTime(),
      sequence: known.sequence,
      stamp: known.revisedAt.getTime(),
    });
    if (!notMailed.has(address)) {
      expect(revision, `${address} knows all`).toMatchObject(factsOf(meeting));
    }
    rightLink(lastLink(own, person.calendarUid), meeting, person);
  }
}

/** A second copy is the same mail. */
function sameBytes(mails: (ReadMail & { raw: string })[]) {
  const first = new Map<string, string>();
  for (const { messageId, raw } of mails) {
    expect(raw === (first.get(messageId) ?? raw), `copies of ${messageId} are equal`).toBe(true);
    first.set(messageId, raw);
  }
}

function lastLink(mails: ReadMail[], uid: string): ReadMail {
  const stamp = ({ component }: ReadMail) => String(component.getFirstPropertyValue("dtstamp"));
  const own = mails.filter(({ event, method }) => event.uid === uid && method === "REQUEST");
  return own.reduce((a, b) => (stamp(b) >= stamp(a) ? b : a));
}

type Meeting = {
  startsAt: Date;
  endsAt: Date;
  roomName: string;
  opensBeforeMinutes: number;
  domain: { baseUrl: string; credentials: { issuer: string }[] };
};

function rightLink({ claims, link, to }: ReadMail, meeting: Meeting, person: { role: string }) {
  const { nbf, exp, room, iss, context } = claims as {
    nbf: number;
    exp: number;
    room: string;
    iss: string;
    context: { user: { moderator: boolean } };
  };
  expect(nbf * 1000, `${to}: opens in time`).toBeLessThanOrEqual(
    meeting.startsAt.getTime() - meeting.opensBeforeMinutes * 60_000,
  );
  expect(exp * 1000, `${to}: works to the end`).toBeGreaterThanOrEqual(meeting.endsAt.getTime());
  expect(room, `${to}: right room`).toBe(meeting.roomName);
  expect(link!.startsWith(`${meeting.domain.baseUrl}/`), `${to}: right domain`).toBe(true);
  expect(context.user.moderator, `${to}: right role`).toBe(person.role === "MODERATOR");
  expect(iss, `${to}: active credential`).toBe(meeting.domain.credentials[0]!.issuer);
}
