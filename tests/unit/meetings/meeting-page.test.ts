import { describe, expect, test } from "vitest";
import { textParts } from "@/app/(organiser)/meetings/[meetingId]/description";
import { firstLinkOpensAt, mailedLinksText } from "@/app/(organiser)/meetings/[meetingId]/mailed-links";
import { problemText } from "@/app/(organiser)/meetings/[meetingId]/problems/problem-text";
import { peopleChanges } from "@/app/(organiser)/meetings/[meetingId]/review/fact-changes";
import { reasonText } from "@/app/(organiser)/meetings/[meetingId]/review/review-groups";
import { savedOf, savedText } from "@/app/(organiser)/meetings/[meetingId]/saved-banner";
import { clockRangeAt } from "@/app/(organiser)/meetings/clock";
import { checkForm } from "@/app/(organiser)/meetings/form/submitted-form";
import { comparePeople } from "@/lib/meetings/plan/compare-contents";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { pages } from "@/lib/words/en/pages";
import { person } from "@/tests/support/person";

const timeZone = "Europe/Berlin";
const at = (time: string, day = "2026-12-03") => new Date(`${day}T${time}:00Z`);
const meeting = {
  startsAt: at("14:30"),
  endsAt: at("15:30"),
  opensBeforeMinutes: 15,
  closesAfterMinutes: 60,
  participants: [1, 2, 3],
};

function outdated(name: string, more: Partial<OutdatedPerson> = {}): OutdatedPerson {
  return {
    participantId: name,
    name,
    email: `${name}@example.org`,
    isOrganiser: false,
    changes: ["time"],
    link: { notBefore: at("13:44"), expiresAt: at("16:00") },
    ...more,
  };
}

describe("of people who know an older state, a page says", () => {
  const { window, olderWindow } = pages.meetings.links;
  const links = (people: OutdatedPerson[]) => mailedLinksText(meeting, people, timeZone, pages.meetings);

  test("that links open as the mailed ones do, and not as the meeting would have it", () => {
    const all = [outdated("Ann"), outdated("Ben"), outdated("Ada", { isOrganiser: true })];
    const own = window("15:15", "17:30", "Berlin time");
    expect(links([])).toBe(own);
    expect(links(all)).toBe(window("14:45", "17:00", "Berlin time"));
    expect(links(all.slice(0, 1))).toBe(`${own} ${olderWindow(1, "14:45", "17:00", "Berlin time")}`);
  });

  test("that the room opens for participants when the first of their links does", () => {
    expect(firstLinkOpensAt(meeting, [])).toEqual(at("14:15"));
    expect(firstLinkOpensAt(meeting, [outdated("Ann")])).toEqual(at("13:45"));
    const later = { notBefore: at("16:44"), expiresAt: at("19:00") };
    expect(firstLinkOpensAt(meeting, [outdated("Ann", { link: later })])).toEqual(at("14:15"));
    const all = ["Ann", "Ben", "Ada"].map((name) => outdated(name, { link: later }));
    expect(firstLinkOpensAt(meeting, all)).toEqual(at("16:45"));
  });

  test("which other time it is, with its day where that is another one", () => {
    const other = { startsAt: at("14:00"), endsAt: at("15:00") };
    expect(clockRangeAt(other, timeZone, meeting.startsAt)).toBe("15:00–16:00");
    expect(clockRangeAt(other, timeZone, at("14:30", "2026-12-04"))).toBe("Thu 3 Dec, 15:00–16:00");
  });

  const { others, yourself } = pages.problems.outdated;
  test.each([
    [[outdated("Ann"), outdated("Ben", { changes: ["title"] })], others(2, "time")],
    [[outdated("Ann", { changes: ["title"] })], others(1, "title")],
    [[outdated("Ann", { changes: ["title", "description"] })], others(1, "several")],
    [[outdated("Ada", { isOrganiser: true })], yourself("time")],
  ])("how many others there are, and what weighs most: %#", (people, title) => {
    expect(
      problemText({ code: "outdated", urgency: "warning", people }, pages, { meeting, timeZone, now: at("09:00") })
        .title,
    ).toBe(title);
  });
});

const { saved: words } = pages.meetingPage;
test.each([
  [{ saved: "0" }, false, true, words.noMail],
  [{ saved: "1" }, false, true, words.sendingMails(1)],
  [{ saved: "1" }, false, false, words.saved],
  [{ saved: "1" }, true, false, words.nobodyMailed],
  [{ scheduled: "6" }, false, true, words.sendingInvitations(6)],
  [{ scheduled: "6" }, false, false, words.scheduled],
  [{ scheduled: "6" }, true, false, words.nobodyInvited],
  [{ saved: "<b>" }, false, true, null],
  [{ saved: ["1", "2"] }, false, true, null],
  [{}, false, true, null],
])("a saved form says what becomes of its mails: %j, local: %s, sending: %s", (query, local, sending, text) => {
  const saved = savedOf(query);
  expect(saved && savedText(saved, { local, sending }, words)).toBe(text);
});

test("the review says what outdated a link that must be replaced", () => {
  const group = { effect: "update" as const, neededBecause: "link" as const, people: [] };
  const { linkOfOld, link } = pages.review.needed;
  expect(reasonText({ ...group, changes: ["title", "room"] }, pages.review)).toContain(linkOfOld.room);
  expect(reasonText({ ...group, changes: ["link"] }, pages.review)).toContain(link);
});

test("the review lists who comes, goes, or changes address, role or name", () => {
  const entry = (name: string, email: string, role: "ATTENDEE" | "MODERATOR" = "ATTENDEE") => ({
    ...person({ name, email, role }),
    isOrganiser: false,
  });
  const before = [entry("Ann", "a@x"), entry("Bernd", "b@x"), entry("Carl", "c@x"), entry("", "d@x")];
  const after = [
    entry("Ann Lee", "a@x", "MODERATOR"),
    entry("Bernd", "b@y"),
    entry("", "e@x"),
    entry("Eve", "f@x", "MODERATOR"),
  ];
  expect(peopleChanges(comparePeople(before, after), pages)).toEqual([
    { label: "New address", before: null, after: "Bernd: b@x → b@y" },
    { label: "Added", before: null, after: "e@x and Eve (moderator)" },
    { label: "Removed", before: null, after: "Carl and d@x" },
    { label: "Role", before: null, after: "Ann Lee: Participant → Moderator" },
    { label: "Name", before: null, after: "Ann → Ann Lee" },
  ]);
  expect(peopleChanges(comparePeople(before, before), pages)).toEqual([]);
});

describe("addresses in a description", () => {
  const links = (text: string) => textParts(text).flatMap(({ href }) => href ?? []);
  test("nothing is lost or added, whatever is in the text", () => {
    for (const text of [
      "",
      "See https://a.example/x.",
      'https://a.example/" onclick="x',
      "http://",
      "a\n\nhttps://b",
    ]) {
      const whole = textParts(text).map((part) => part.text);
      expect(whole.join("")).toBe(text);
    }
  });
  test("only http and https lead somewhere, without the sentence around them", () => {
    expect(links("See https://a.example/x?y=1#z, (http://b.example/ü).")).toEqual([
      "https://a.example/x?y=1#z",
      "http://b.example/ü",
    ]);
    expect(links("javascript:alert(1) data:text/html,x ftp://a.example //b.example")).toEqual([]);
  });
});

test("everything that is wrong with a form is said at once, in the order of the page", () => {
  const form = new FormData();
  const typed = { title: "", date: "2020-01-01", startTime: "10:00", timeZone: "UTC", ownReminder: "x", domainId: "x" };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  const people = { rows: [person({ email: "nobody" })], text: "", rejected: [], note: "" };
  expect(Object.keys(checkForm(form, people).fieldErrors)).toEqual([
    ...["title", "date", "domainId", "p-email-0", "ownReminder"],
  ]);
});
