import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen, isOpenInSql, linkFault, linkFaultInSql, staleReason, staleReasonInSql } from "@/lib/links/link-state";
import { linkFor } from "@/lib/links/mailed-link";
import { tokenWindow } from "@/lib/links/token-window";
import { onEachDatabase } from "@/tests/support/database";

const seconds = (date: Date, by: number) => new Date(date.getTime() + by * 1000);
/** Few values each, so that two are often the same. */
const oneOf = <const T>(...values: T[]) => fc.constantFrom(...values);

const meetingFacts = fc.record({
  domainId: oneOf("a", "b"),
  roomName: oneOf("room", "other"),
  startsAt: fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
  opensBeforeMinutes: fc.nat({ max: 60 }),
  closesAfterMinutes: fc.nat({ max: 240 }),
});
const issuer = fc.record({
  baseUrl: oneOf("https://a.example", "https://b.example"),
  subject: oneOf("*", "*", "a"),
  audience: oneOf("jitsi", "jitsi", "a"),
});
/** Off the meeting's own window, or off its end. */
const secondsOff = oneOf(-3600, -1, 0, 0, 1, 3600);
const facts = fc.record({
  meeting: meetingFacts,
  domains: fc.record({ a: issuer, b: issuer }),
  /** Each domain has one that signs and one that was replaced. */
  credential: fc.record({ domainId: oneOf("a", "b"), state: oneOf("ACTIVE", "ACTIVE", "RETIRED") }),
  token: fc.record({
    room: oneOf("room", "other"),
    moderator: fc.boolean(),
    issuer: oneOf("domain", "domain", "a", "b"),
  }),
  begins: secondsOff,
  ends: fc.record({ from: oneOf("meeting", "window"), by: secondsOff }),
  person: fc.record({ role: oneOf("MODERATOR", "ATTENDEE"), removed: fc.boolean() }),
  newest: fc.option(fc.record({ begins: secondsOff, ends: secondsOff })),
  now: secondsOff,
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

/** The rows that the queries see, and the values that TypeScript does. */
function built({ domains, credential, token, person, ...facts }: Facts) {
  const endsAt = seconds(facts.meeting.startsAt, 3600);
  const meeting = { ...facts.meeting, endsAt };
  const window = tokenWindow(meeting);
  const idOf = (domainId: string, state: string) => `${domainId} ${state}`;
  const { role, removed } = person;
  const domain = domains[meeting.domainId];
  const wanted = linkFor({ name: "", role }, { ...meeting, ...domain, credentialId: idOf(meeting.domainId, "ACTIVE") });
  const link = {
    ...domains[token.issuer === "domain" ? credential.domainId : token.issuer],
    room: token.room,
    moderator: token.moderator,
    name: "",
    credentialId: idOf(credential.domainId, credential.state),
    notBefore: seconds(window.notBefore, facts.begins),
    expiresAt: seconds(facts.ends.from === "meeting" ? endsAt : window.expiresAt, facts.ends.by),
  };
  const newest = facts.newest && {
    notBefore: seconds(link.notBefore, facts.newest.begins),
    expiresAt: seconds(link.expiresAt, facts.newest.ends),
  };
  const rows = {
    t: link,
    c: credential,
    o: domains[credential.domainId],
    m: meeting,
    p: { role, removedAt: removed ? endsAt : null },
    k: newest ?? {},
  };
  return { rows, link, wanted, meeting, holder: { role, removed, newest }, now: seconds(link.expiresAt, facts.now) };
}

onEachDatabase((db) => {
  test("SQL and TypeScript agree on whether a link is open, faulty or stale", async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (facts) => {
        const { rows, link, wanted, meeting, holder, now } = built(facts);
        const [inSql] = await db().prisma.$queryRaw<object[]>`
          SELECT ${isOpenInSql(now)} AS "open", ${linkFaultInSql} AS "fault", ${staleReasonInSql} AS "stale"
          FROM (SELECT ${JSON.stringify(rows)}::jsonb AS "rows") j,
            jsonb_to_record(j."rows"->'t') AS t("room" text, "moderator" boolean, "baseUrl" text, "subject" text,
              "audience" text, "notBefore" timestamptz, "expiresAt" timestamptz),
            jsonb_to_record(j."rows"->'c') AS c("domainId" text, "state" text),
            jsonb_to_record(j."rows"->'o') AS o("baseUrl" text, "subject" text, "audience" text),
            jsonb_to_record(j."rows"->'m') AS m("domainId" text, "roomName" text, "opensBeforeMinutes" int),
            jsonb_to_record(j."rows"->'m') AS oc("startsAt" timestamptz, "endsAt" timestamptz),
            jsonb_to_record(j."rows"->'p') AS p("role" text, "removedAt" timestamptz),
            jsonb_to_record(j."rows"->'k') AS k("notBefore" timestamptz, "expiresAt" timestamptz)`;
        expect(inSql).toEqual({
          open: isOpen(link, { room: wanted.room, credentialId: wanted.credentialId }, now),
          fault: linkFault(link, wanted, meeting),
          stale: staleReason(link, holder),
        });
      }),
      { numRuns: 500 },
    );
  });
});
