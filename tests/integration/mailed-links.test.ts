import { afterAll, beforeAll, expect, test } from "vitest";
import { newAppSecret } from "@/lib/credentials/app-credential";
import type { Database } from "@/lib/db";
import { newRoomName } from "@/lib/jitsi/room-name";
import { startMeeting } from "@/lib/meetings/start";
import { closeTestDatabase, openTestDatabase } from "@/tests/support/database";
import { type Installation, inputFor, install, keys, schedule, work } from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { type Prosody, startProsody } from "@/tests/support/prosody/start";
import { type SmtpPeer, startSmtp } from "@/tests/support/smtp";
import { joinRoom } from "@/tests/support/xmpp";

// The whole promise at once: a meeting is saved, its mails go through a real SMTP server, and each link is taken out of
// its mail and shown to a real XMPP server that checks tokens as Jitsi does.

const domain = "meet.example.org";
const appId = "latchkey";
const audience = "jitsi";
const secret = newAppSecret();
const people = 8;
const hour = 3600_000;

let prosody: Prosody;
let smtp: SmtpPeer;
let db: Database;
let place: Installation;
let stopWork: () => Promise<void>;

beforeAll(async () => {
  prosody = await startProsody({ domain, appId, appSecret: secret, audience });
  smtp = await startSmtp();
  db = await openTestDatabase("pglite");
  place = await install(db, { baseUrl: `https://${domain}`, subject: domain, audience, appId, secret });
  stopWork = await work(db, smtp.url, { now: () => new Date(Date.now() + clockMs) });
});
afterAll(async () => {
  await stopWork?.();
  await Promise.all([prosody?.stop(), smtp?.stop(), db && closeTestDatabase(db)]);
});

/** How far the worker's clock is from now: it sends nothing of a meeting that is over. */
let clockMs = 0;

/** Saves a meeting that starts so long from now (negative: before now), and takes the links out of its mails. */
async function mailedLinks(
  startsInMs: number,
  lengthMs: number,
): Promise<{ meetingId: string; links: Map<string, string> }> {
  clockMs = Math.min(0, startsInMs);
  const before = smtp.received.length;
  const startsAt = new Date(Math.floor((Date.now() + startsInMs) / 60_000) * 60_000);
  const input = {
    ...inputFor(place.domain.id, people, new Date()),
    startsAt,
    endsAt: new Date(startsAt.getTime() + lengthMs),
  };
  const meetingId = await schedule(db, place, input);
  const received = (await smtp.accepted(before + people + 1)).slice(before);
  const mails = await Promise.all(received.map(({ raw }) => readMail(raw)));
  return { meetingId, links: new Map(mails.map(({ to, link }) => [to, link!])) };
}

test("each mailed link opens its own room only, and only the organiser is moderator", async () => {
  const { links } = await mailedLinks(0, hour);
  expect(links.size).toBe(people + 1);
  for (const [email, url] of links) {
    const expected =
      email === place.organiser.email
        ? { admitted: true, affiliation: "owner", role: "moderator" }
        : { admitted: true, affiliation: "member", role: "participant" };
    expect(await joinRoom({ prosody, url }), email).toEqual(expected);
    expect(await joinRoom({ prosody, url, room: newRoomName() }), email).toMatchObject({
      admitted: false,
      stage: "room",
    });
  }
});

test("a link of one meeting does not open the room of another", async () => {
  const [first, second] = [await mailedLinks(0, hour), await mailedLinks(0, hour)];
  const room = new URL([...second.links.values()][0]!).pathname.slice(1);
  for (const url of first.links.values()) {
    expect(await joinRoom({ prosody, url, room })).toMatchObject({ admitted: false, stage: "room" });
  }
});

test("a link is refused before its time, and after it", async () => {
  const early = await mailedLinks(2 * hour, hour);
  const late = await mailedLinks(-8 * hour, 2 * hour);
  for (const url of early.links.values()) {
    expect(await joinRoom({ prosody, url })).toEqual({
      admitted: false,
      stage: "connect",
      reason: "Not acceptable by nbf",
    });
  }
  for (const url of late.links.values()) {
    expect(await joinRoom({ prosody, url })).toEqual({
      admitted: false,
      stage: "connect",
      reason: "Not acceptable by exp",
    });
  }
});

test("“Start meeting” lets the organiser in as moderator before the mailed links open", async () => {
  const { meetingId } = await mailedLinks(2 * hour, hour);
  const started = await startMeeting(db, keys(), { meetingId, viewer: place.organiser, now: new Date() });
  if (!started.ok) throw new Error(started.reason);
  expect(await joinRoom({ prosody, url: started.url })).toEqual({
    admitted: true,
    affiliation: "owner",
    role: "moderator",
  });
});

test.each([75_000, 290_000])("“Start meeting” works when the Jitsi server's clock is %i ms behind", async (behind) => {
  const { meetingId } = await mailedLinks(2 * hour, hour);
  const now = new Date(Date.now() + behind);
  const started = await startMeeting(db, keys(), { meetingId, viewer: place.organiser, now });
  if (!started.ok) throw new Error(started.reason);
  expect(await joinRoom({ prosody, url: started.url })).toMatchObject({ admitted: true, role: "moderator" });
});

test("a changed secret on the server closes every link that was mailed before", async () => {
  const { links } = await mailedLinks(0, hour);
  await prosody.setSecret(newAppSecret());
  try {
    for (const url of links.values()) {
      expect(await joinRoom({ prosody, url })).toEqual({
        admitted: false,
        stage: "connect",
        reason: "Invalid signature",
      });
    }
  } finally {
    await prosody.setSecret(secret);
  }
});
