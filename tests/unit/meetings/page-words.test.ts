import { describe, expect, test } from "vitest";
import { peopleChanges } from "@/app/(organiser)/meetings/[meetingId]/edit/people-changes";
import { flashWords } from "@/app/(organiser)/meetings/[meetingId]/flash-words";
import { firstLinkOpensAt, mailedLinksInWords } from "@/app/(organiser)/meetings/[meetingId]/mailed-links-in-words";
import { textParts } from "@/app/(organiser)/meetings/[meetingId]/text-parts";
import { untoldInWords } from "@/app/(organiser)/meetings/[meetingId]/untold-in-words";
import { clockRangeAt } from "@/app/(organiser)/meetings/clock-range";
import { checkForm } from "@/app/(organiser)/meetings/form/check-form";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";

const timeZone = "Europe/Berlin";
const at = (time: string, day = "2026-12-03") => new Date(`${day}T${time}:00Z`);
const meeting = {
  startsAt: at("14:30"),
  endsAt: at("15:30"),
  opensBeforeMinutes: 15,
  closesAfterMinutes: 60,
  participants: [1, 2, 3],
};

function untold(name: string, more: Partial<OutdatedPerson> = {}): OutdatedPerson {
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

describe("what a page says of those who were not told", () => {
  test("links are said to open as the mailed ones do, and not as the meeting would have it", () => {
    const all = [untold("Ann"), untold("Ben"), untold("Ada", { isOrganiser: true })];
    expect(mailedLinksInWords(meeting, [], timeZone)).toBe("Links open at 15:15 and work until 17:30 (Berlin time).");
    expect(mailedLinksInWords(meeting, all, timeZone)).toBe("Links open at 14:45 and work until 17:00 (Berlin time).");
    expect(mailedLinksInWords(meeting, all.slice(0, 1), timeZone)).toBe(
      "Links open at 15:15 and work until 17:30 (Berlin time). 1 person has a link from before: they open at 14:45 and work until 17:00 (Berlin time).",
    );
  });

  test("the room is said to open for participants when the first of their links does", () => {
    expect(firstLinkOpensAt(meeting, [])).toEqual(at("14:15"));
    expect(firstLinkOpensAt(meeting, [untold("Ann")])).toEqual(at("13:45"));
    const later = { notBefore: at("16:44"), expiresAt: at("19:00") };
    expect(firstLinkOpensAt(meeting, [untold("Ann", { link: later })])).toEqual(at("14:15"));
    const all = ["Ann", "Ben", "Ada"].map((name) => untold(name, { link: later }));
    expect(firstLinkOpensAt(meeting, all)).toEqual(at("16:45"));
  });

  test("another time is named with its day where that is another one", () => {
    const other = { startsAt: at("14:00"), endsAt: at("15:00") };
    expect(clockRangeAt(other, timeZone, meeting.startsAt)).toBe("15:00–16:00");
    expect(clockRangeAt(other, timeZone, at("14:30", "2026-12-04"))).toBe("Thu 3 Dec, 15:00–16:00");
  });

  test.each([
    [[untold("Ann"), untold("Ben", { changes: ["title"] })], "2 people have not been told of the new time"],
    [[untold("Ann", { changes: ["title"] })], "1 person has not been told of the new title"],
    [[untold("Ann", { changes: ["title", "description"] })], "1 person has not been told of the changes"],
    [[untold("Ada", { isOrganiser: true })], "Your own calendar entry does not show the new time"],
  ])("others are counted, and what weighs most is named: %#", (people, words) => {
    expect(untoldInWords(people)).toBe(words);
  });
});

test.each([
  [{ saved: "0" }, false, "Saved. Nobody was told."],
  [{ saved: "1" }, false, "Saved. 1 mail goes out; what becomes of it is shown below."],
  [{ scheduled: "6" }, false, "Scheduled. 6 invitations go out; what becomes of each is shown below."],
  [{ scheduled: "6" }, true, "Scheduled. 6 invitations stay on this machine."],
  [{ saved: "<b>" }, false, null],
  [{ saved: ["1", "2"] }, false, null],
  [{}, false, null],
])("what a saved form says is how many mails came of it: %j", (query, local, words) => {
  expect(flashWords(query, { local })).toBe(words);
});

test("who comes, goes, moves to another address, and gets another role or name is said in words", () => {
  const person = (name: string, email: string, role: "ATTENDEE" | "MODERATOR" = "ATTENDEE") => ({
    ...{ name, email, role },
    isOrganiser: false,
  });
  const before = [person("Ann", "a@x"), person("Bernd", "b@x"), person("Carl", "c@x"), person("", "d@x")];
  const after = [
    person("Ann Lee", "a@x", "MODERATOR"),
    person("Bernd", "b@y"),
    person("", "e@x"),
    person("Eve", "f@x", "MODERATOR"),
  ];
  expect(peopleChanges(before, after)).toEqual([
    { label: "New address", before: null, after: "Bernd: b@x → b@y" },
    { label: "Added", before: null, after: "e@x and Eve (moderator)" },
    { label: "Removed", before: null, after: "Carl and d@x" },
    { label: "Role", before: null, after: "Ann Lee: Participant → Moderator" },
    { label: "Name", before: null, after: "Ann → Ann Lee" },
  ]);
  expect(peopleChanges(before, before)).toEqual([]);
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
  const people = { rows: [{ email: "nobody", name: "", role: "ATTENDEE" as const }], text: "", rejected: [], note: "" };
  expect(Object.keys(checkForm(form, people).fieldErrors)).toEqual([
    ...["title", "date", "domainId", "p-email-0", "ownReminder"],
  ]);
});
