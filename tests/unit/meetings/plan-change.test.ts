import { describe, expect, test } from "vitest";
import { linkFor, type MailedLink } from "@/lib/links/mailed-link";
import type { WantedMeeting, WantedPerson } from "@/lib/meetings/plan/desired-meeting";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import type { MeetingState, PersonState } from "@/lib/meetings/plan/meeting-state";
import { planCancellation, planChange, type Tell } from "@/lib/meetings/plan/plan-change";
import { planInvitationResends } from "@/lib/meetings/plan/plan-resend";
import { person } from "@/tests/support/person";

const now = new Date("2026-11-24T12:00:00Z");
const stamped = new Date("2026-11-24T11:00:00Z");
const facts: MeetingFacts = {
  title: "Board meeting",
  description: "Budget",
  startsAt: new Date("2026-12-01T09:00:00Z"),
  endsAt: new Date("2026-12-01T10:00:00Z"),
  timeZone: "Europe/Berlin",
  domainId: "domain-1",
  roomName: "room-1",
};
const hours = { opensBeforeMinutes: 15, closesAfterMinutes: 240 };
const ann: WantedPerson = { ...person({ name: "Ann", role: "MODERATOR" }), isOrganiser: true };
const ben: WantedPerson = { ...person({ name: "Ben" }), isOrganiser: false };
const issuer = {
  baseUrl: "https://meet.example.org",
  subject: "*",
  audience: "jitsi",
  credentialId: "credential-1",
};
const meeting = { ...issuer, ...hours, ...facts };
const linkOf = (person: WantedPerson): MailedLink => linkFor(person, meeting);

/** Somebody whose invitation the mail server accepted. */
function invited(person: WantedPerson, more: Partial<PersonState> = {}): PersonState {
  const mailed = { revisionId: "revision-1", facts, linkId: `link-${person.name}`, link: linkOf(person) };
  return {
    ...person,
    participantId: person.name,
    lastAnswer: "NONE",
    answeredTime: null,
    sequence: 0,
    revisedAt: stamped,
    newestRequest: { ...mailed, status: "ACCEPTED" },
    arrived: mailed,
    mayHaveArrived: false,
    firstMessageId: "first@example.org",
    openLinks: [{ id: mailed.linkId, ...linkOf(person) }],
    ...more,
  };
}

const { startsAt, endsAt } = facts;
const accepted = { lastAnswer: "ACCEPTED", answeredTime: { startsAt, endsAt } } as const;

const state = (people: PersonState[]): MeetingState => ({
  id: "meeting",
  version: 1,
  status: "CONFIRMED",
  facts,
  locale: "en",
  people,
  ...hours,
});

const wanted = (
  changed: Partial<MeetingFacts> = {},
  people = [ann, ben],
  changedIssuer: Partial<typeof issuer> = {},
): WantedMeeting => ({
  facts: { ...facts, ...changed },
  people,
  ...issuer,
  ...changedIssuer,
  ...hours,
});

function plan(change: WantedMeeting, tell: Tell = "everybody", people = [invited(ann), invited(ben)]) {
  return planChange(state(people), change, tell, now);
}
const of = (email: string, { people }: ReturnType<typeof plan>) => people.find((person) => person.email === email)!;
const later = { startsAt: new Date("2026-12-02T09:00:00Z"), endsAt: new Date("2026-12-02T10:00:00Z") };

describe("one thing changed, alone", () => {
  test.each([
    // what, the change, SEQUENCE, whether the link is another one
    ["title", wanted({ title: "Other" }), ["title"], 0, false],
    ["description", wanted({ description: "Other" }), ["description"], 0, false],
    ["time", wanted(later), ["time"], 1, true],
    ["zone", wanted({ timeZone: "Asia/Kathmandu" }), ["zone"], 1, false],
    [
      "domain",
      wanted({ domainId: "domain-2", roomName: "room-2" }, undefined, { credentialId: "credential-2" }),
      ["domain"],
      0,
      true,
    ],
    ["room", wanted({ roomName: "room-2" }), ["room"], 0, true],
    ["role", wanted({}, [ann, { ...ben, role: "MODERATOR" }]), ["role"], 0, true],
    ["name", wanted({}, [ann, { ...ben, name: "Benjamin" }]), ["name"], 0, true],
    ["address of the domain", wanted({}, undefined, { baseUrl: "https://jitsi.example.org" }), ["link"], 0, true],
    ["subject", wanted({}, undefined, { subject: "tenant" }), ["link"], 0, true],
    ["audience", wanted({}, undefined, { audience: "other" }), ["link"], 0, true],
    ["credential", wanted({}, undefined, { credentialId: "credential-2" }), ["link"], 0, true],
  ] as const)("%s", (_, change, changes, sequence, otherLink) => {
    const person = of(ben.email, plan(change));
    expect(person).toMatchObject({ effect: "update", changes, sequence, participantId: "Ben" });
    expect(person.revisedAt).toEqual(now);
    expect(person.link).toEqual(otherLink ? { mint: expect.anything() } : { keep: "link-Ben" });
  });

  test("nothing changed sends nothing", () => {
    expect(plan(wanted()).people.map(({ effect }) => effect)).toEqual(["nothing", "nothing"]);
  });

  test("another address is somebody removed and somebody invited", () => {
    const { people } = plan(wanted({}, [ann, { ...ben, email: "benjamin@example.org" }]));
    expect(people.map(({ email, effect, neededBecause }) => [email, effect, neededBecause])).toEqual([
      ["ann@example.org", "nothing", null],
      ["benjamin@example.org", "invitation", "new"],
      ["ben@example.org", "cancellation", "removed"],
    ]);
  });
});

describe("saved silently", () => {
  test("a new text mails nobody, and the next update names it too", () => {
    const silent = plan(wanted({ title: "Other" }), "nobody");
    expect(of(ben.email, silent)).toMatchObject({
      effect: "nothing",
      neededBecause: null,
      changes: ["title"],
      link: null,
    });
    expect(of(ben.email, silent).revisedAt).toEqual(stamped);
    // The person still knows the first title.
    expect(of(ben.email, plan(wanted({ title: "Other", ...later }))).changes).toEqual(["title", "time"]);
  });

  test("only the people chosen get a mail", () => {
    const { people } = plan(wanted({ title: "Other" }), { only: [ben.email] });
    expect(people.map(({ effect }) => effect)).toEqual(["nothing", "update"]);
  });

  test.each([
    ["earlier than the link opens", wanted({ startsAt: new Date("2026-12-01T08:00:00Z") }), "link"],
    ["later than the link works", wanted({ endsAt: new Date("2026-12-01T14:00:01Z") }), "link"],
    ["into another room", wanted({ roomName: "room-2" }), "link"],
    [
      "to an address that the domain no longer has",
      wanted({}, undefined, { baseUrl: "https://old.example.org" }),
      "link",
    ],
    ["signed with a credential that was replaced", wanted({}, undefined, { credentialId: "credential-2" }), "link"],
  ] as const)("a person whose link would not fit gets a mail all the same: %s", (_, change, neededBecause) => {
    expect(of(ben.email, plan(change, "nobody"))).toMatchObject({ effect: "update", neededBecause });
  });

  test("a move for which the links still fit needs no mail", () => {
    const shifted = wanted({ startsAt: new Date("2026-12-01T09:30:00Z"), endsAt: new Date("2026-12-01T10:30:00Z") });
    expect(of(ben.email, plan(shifted, "nobody"))).toMatchObject({ effect: "nothing", changes: ["time"] });
  });

  test("a queued mail that is out of date is replaced", () => {
    const waiting = invited(ben, {
      arrived: null,
      newestRequest: { ...invited(ben).newestRequest!, status: "QUEUED" },
    });
    const silent = plan(wanted({ title: "Other" }), "nobody", [invited(ann), waiting]);
    expect(of(ben.email, silent)).toMatchObject({ effect: "invitation", neededBecause: "unsent" });
  });

  test("a person whose invitation never arrived is invited", () => {
    const failed = invited(ben, { arrived: null, newestRequest: { ...invited(ben).newestRequest!, status: "FAILED" } });
    const silent = plan(wanted({ title: "Other" }), "nobody", [invited(ann), failed]);
    expect(of(ben.email, silent)).toMatchObject({ effect: "invitation", neededBecause: "not-invited", changes: [] });
  });
});

test("SEQUENCE and DTSTAMP rise, also when the clock goes back", () => {
  const future = new Date("2026-11-24T15:00:00Z");
  const person = invited(ben, { sequence: 4, revisedAt: future });
  expect(of(ben.email, plan(wanted(later), "everybody", [invited(ann), person]))).toMatchObject({
    sequence: 5,
    revisedAt: new Date("2026-11-24T15:00:01Z"),
  });
});

test("another time is another question, another text is not", () => {
  const resets = (change: Partial<MeetingFacts>, person: PersonState, tell: Tell = "everybody") =>
    of(ben.email, plan(wanted(change), tell, [invited(ann), person])).resetAnswer;
  expect(resets(later, invited(ben, accepted))).toBe(true);
  expect(resets({ title: "Other" }, invited(ben, accepted))).toBe(false);
  // The link fits; otherwise they would get a mail whatever was chosen.
  const longer = { endsAt: new Date("2026-12-01T10:30:00Z") };
  expect(resets(longer, invited(ben, accepted))).toBe(true);
  expect(resets(longer, invited(ben, accepted), "nobody")).toBe(false);
});

test("an answer to the silently saved new time is not asked again by the update", () => {
  const person = invited(ben, { ...accepted, answeredTime: later });
  expect(of(ben.email, planChange(state([invited(ann), person]), wanted(later), "everybody", now))).toMatchObject({
    effect: "update",
    changes: ["time"],
    sequence: 1,
    resetAnswer: false,
  });
});

test("moving back after a failed mail still mails, as SEQUENCE rose", () => {
  const gone = { ...invited(ben).newestRequest!, facts: { ...facts, ...later }, status: "FAILED" } as const;
  const people = [invited(ann), invited(ben, { sequence: 1, newestRequest: gone })];
  expect(of(ben.email, plan(wanted(), "everybody", people))).toMatchObject({
    effect: "update",
    changes: [],
    sequence: 2,
    before: { facts },
  });
  expect(of(ben.email, plan(wanted(), "nobody", people))).toMatchObject({ effect: "nothing", sequence: 1 });
});

describe("the entry that is cancelled is", () => {
  const moved = (status: "FAILED" | "QUEUED") => ({
    ...invited(ben).newestRequest!,
    revisionId: "revision-2",
    status,
    facts: { ...facts, ...later },
  });
  test.each([
    ["the one that arrived, where the newest mail did not", "FAILED", "revision-1"],
    ["the newest that may still arrive", "QUEUED", "revision-2"],
  ] as const)("%s", (_, status, revisionId) => {
    const [plan] = planCancellation(state([invited(ben, { newestRequest: moved(status) })]), now);
    expect(plan).toMatchObject({ effect: "cancellation", before: { revisionId } });
  });
});

describe("sent again", () => {
  const again = (now: MeetingFacts, person: PersonState) =>
    planInvitationResends({ ...state([person]), facts: now }, issuer, stamped)[0]!;
  const failed = (facts: MeetingFacts): PersonState["newestRequest"] => ({
    ...invited(ben).newestRequest!,
    facts,
    status: "FAILED",
  });
  const shifted = { ...facts, startsAt: new Date("2026-12-01T09:30:00Z"), endsAt: new Date("2026-12-01T10:30:00Z") };

  test("a silent move raises SEQUENCE, is named, and asks again", () => {
    expect(again(shifted, invited(ben, accepted))).toMatchObject({
      effect: "update",
      changes: ["time"],
      sequence: 1,
      resetAnswer: true,
      before: { revisionId: "revision-1" },
    });
  });

  test("a change in a failed mail is named again, without raising SEQUENCE", () => {
    const person = invited(ben, { sequence: 1, newestRequest: failed(shifted) });
    expect(again(shifted, person)).toMatchObject({
      effect: "update",
      changes: ["time"],
      sequence: 1,
      resetAnswer: false,
    });
  });

  test("a mail that is up to date is repeated with the same link", () => {
    const plan = again(facts, invited(ben, accepted));
    expect(plan).toMatchObject({ effect: "update", changes: [], sequence: 0, resetAnswer: false });
    expect(plan.link).toEqual({ keep: "link-Ben" });
    expect(+plan.revisedAt).toBe(+stamped + 1000);
  });

  test("a person whose invitation never arrived gets an invitation", () => {
    expect(again(facts, invited(ben, { arrived: null, newestRequest: failed(facts) }))).toMatchObject({
      effect: "invitation",
      changes: [],
    });
  });
});

test("a cancellation goes to everybody whose invitation arrived or may arrive", () => {
  const failed = invited(ben, { arrived: null, newestRequest: { ...invited(ben).newestRequest!, status: "FAILED" } });
  const responseLost = { ...failed, mayHaveArrived: true };
  const people = planCancellation(state([invited(ann), failed, responseLost]), now);
  expect(people.map(({ effect, sequence, link }) => [effect, sequence, link])).toEqual([
    ["cancellation", 1, null],
    ["nothing", 0, null],
    ["cancellation", 1, null],
  ]);
});

describe("links mailed before that still open the door", () => {
  test.each([
    ["of somebody removed", wanted({}, [ann]), [["Ben", "removed"]]],
    ["of a former moderator", wanted({}, [ann, ben]), [["Ben", "role"]]],
    ["outside of the new time", wanted(later, [ann, { ...ben, role: "MODERATOR" }]), [["Ben", "time"]]],
    ["into a room that is left", wanted({ roomName: "room-2" }, [ann]), []],
  ] as const)("%s", (_, change, expected) => {
    const moderator: WantedPerson = { ...ben, role: "MODERATOR" };
    const { staleLinks } = plan(change, "everybody", [invited(ann), invited(moderator)]);
    expect(staleLinks.map(({ name, why }) => [name, why])).toEqual(expected);
    for (const { until } of staleLinks) expect(until).toEqual(linkOf(ben).expiresAt);
  });
});
