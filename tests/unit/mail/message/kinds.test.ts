import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { locales } from "@/lib/locale";
import { checkIcs } from "@/lib/mail/calendar/gate";
import { composeMail, GateFailure } from "@/lib/mail/compose/mail";
import { htmlOf } from "@/lib/mail/message/html";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import { messageOf } from "@/lib/mail/message/meeting-message";
import type { Block } from "@/lib/mail/message/message";
import { textOf } from "@/lib/mail/message/text";
import { cancellation, organisersCopy, participant } from "./fixture";
import { again, inLocale, mails, movedReminder, reminder, update } from "./kinds";

const said = (meetingMail: MeetingMail) => textOf(messageOf(meetingMail));
const blockOf = <K extends Block["kind"]>(meetingMail: MeetingMail, kind: K) =>
  messageOf(meetingMail).blocks.find((block): block is Extract<Block, { kind: K }> => block.kind === kind);
const changesOf = (meetingMail: MeetingMail) => blockOf(meetingMail, "list")?.items.map((item) => item.join(" ")) ?? [];

describe.each(locales)("in %s every mail, read back as it travels,", (locale) => {
  test.each(Object.entries(mails))("holds what was meant: %s", async (_, meetingMail) => {
    const mail = inLocale(meetingMail, locale);
    const { raw } = await composeMail(mail);
    const read = await simpleParser(raw);
    const message = messageOf(mail);
    expect(read.subject).toBe(message.subject);
    expect(read.text!.trimEnd()).toBe(textOf(message).trimEnd());
    expect(String(read.html)).toContain(`<html lang="${locale}"`);
    expect(read.headers.get("auto-submitted")).toBe("auto-generated");
    expect(read.references ?? null).toBe(mail.references && `<${mail.references}>`);
    const types = read.attachments.map(({ contentType }) => contentType);
    expect(types).toEqual(mail.kind === "REMINDER" ? [] : ["text/calendar", "application/ics"]);
    for (const { content } of read.attachments) expect(checkIcs(content.toString(), mail)).toEqual([]);
    expect(raw.every((octet) => octet < 128)).toBe(true);
  });
});

test("an update says of each thing what it was and what it is", () => {
  expect(messageOf(update).subject).toBe("Changed: Quarterly review (24 Nov 2026, 15:00 GMT+5:45)");
  expect(changesOf(update)).toEqual([
    "The time moved from Monday 23 November 2026, 15:00–16:00 to Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45).",
    "The meeting is now planned in Berlin time instead of New York time.",
    "The title was “Monthly “review”” before.",
    "The meeting takes place on meet.example.org instead of old.example.org.",
    "You are no longer a moderator.",
    "In the meeting you now appear as “Bob Ray”.",
    "The description has changed.",
    "Your personal link is new: the one from earlier mails no longer fits.",
  ]);
});

test("a time that moves over a change of the clocks names the zone of both", () => {
  const recipient = { ...participant.recipient, timeZone: "Europe/Berlin" };
  const previous = {
    ...update.previous!,
    startsAt: new Date("2026-10-24T09:15:00Z"),
    endsAt: new Date("2026-10-24T10:15:00Z"),
  };
  expect(changesOf({ ...update, recipient, previous, changes: ["time"] })[0]).toBe(
    "The time moved from Saturday 24 October 2026, 11:15–12:15 (Berlin time, GMT+2) to Tuesday 24 November 2026, 10:15–11:15 (Berlin time, GMT+1).",
  );
});

test.each([
  [["title"], false],
  [["description"], false],
  [["zone"], false],
  [["time"], true],
  [["domain"], true],
  [["room"], true],
  [["role"], true],
  [["name"], true],
  [["link"], true],
] as const)("after a change of %j an earlier link is said to be outdated: %s", (changes, outdated) => {
  const says = changesOf({ ...update, changes: [...changes] }).some((line) => line.includes("no longer fits"));
  expect(says).toBe(outdated);
});

test("what is not known of before is not made up", () => {
  const unknown: MeetingMail = { ...update, previous: null };
  expect(changesOf(unknown)).toEqual([
    "You are no longer a moderator.",
    "In the meeting you now appear as “Bob Ray”.",
    "The description has changed.",
    "Your personal link is new: the one from earlier mails no longer fits.",
  ]);
});

test.each([
  [
    "en",
    "Sent again: Quarterly review (24 Nov 2026, 15:00 GMT+5:45)",
    "Ann Lee sends you this invitation once more. Nothing has changed.",
    "Here is your meeting once more. Nothing has changed.",
  ],
  [
    "de",
    "Erneut gesendet: Quarterly review (24. Nov. 2026, 15:00 Uhr GMT+5:45)",
    "Ann Lee sendet Ihnen diese Einladung noch einmal. Es hat sich nichts geändert.",
    "Hier ist Ihre Besprechung noch einmal. Es hat sich nichts geändert.",
  ],
  [
    "fr",
    "Nouvel envoi\u202f: Quarterly review (24 nov. 2026, 15:00 UTC+5:45)",
    "Ann Lee vous renvoie cette invitation. Rien n’a changé.",
    "Voici de nouveau votre réunion. Rien n’a changé.",
  ],
  [
    "es",
    "Reenvío: Quarterly review (24 nov 2026, 15:00 GMT+5:45)",
    "Ann Lee le envía de nuevo esta invitación. No ha cambiado nada.",
    "Aquí tiene de nuevo su reunión. No ha cambiado nada.",
  ],
] as const)("a mail that is only sent again says in %s that nothing changed", (locale, subject, intro, own) => {
  const mail = { ...again, locale };
  expect(messageOf(mail)).toMatchObject({ subject, intro });
  expect(changesOf(mail)).toEqual([]);
  expect(messageOf({ ...mail, recipient: organisersCopy.recipient }).intro).toBe(own);
});

test("changes are told in updates only", () => {
  for (const kind of ["INVITATION", "REMINDER"] as const) expect(changesOf({ ...update, kind })).toEqual([]);
  expect(changesOf({ ...cancellation, changes: ["time"], previous: update.previous })).toEqual([]);
});

test("three plain links preselect an answer on one page", () => {
  const links = blockOf(participant, "choices")!.links.map(({ url, text }) => `${text} ${url}`);
  expect(links).toEqual([
    `Accept ${participant.answerUrl}?answer=accept`,
    `Maybe ${participant.answerUrl}?answer=tentative`,
    `Decline ${participant.answerUrl}?answer=decline`,
  ]);
});

test("nobody is asked who has nothing to answer", () => {
  for (const meetingMail of [organisersCopy, cancellation, { ...participant, answerUrl: null }])
    expect(blockOf(meetingMail, "choices")).toBeUndefined();
  for (const partstat of ["ACCEPTED", "TENTATIVE", "DECLINED"] as const)
    expect(said({ ...reminder, partstat })).not.toContain("rsvp");
  expect(said(reminder)).toContain("Will you take part?");
});

test("who has answered is told what, and can change it", () => {
  expect(said({ ...update, partstat: "ACCEPTED" })).toContain("You have accepted. You can change your answer here");
  expect(said({ ...update, changes: ["time"] })).toContain("Will you take part at the new time?");
});

test("somebody removed is not told that the meeting is off, nor anything else of it", () => {
  const removal: MeetingMail = { ...cancellation, removed: true };
  expect(messageOf(removal).subject).toBe("No longer invited: Quarterly review (24 Nov 2026, 15:00 GMT+5:45)");
  expect(said(removal)).toContain("You are no longer invited to this meeting.");
  expect(said(removal)).not.toMatch(/cancelled|Agenda|:\/\//);
});

test.each([
  [0, "2026-11-24T09:15:00Z", "This meeting starts now."],
  [15, "2026-11-24T09:00:00Z", "This meeting starts in 15 minutes."],
  [15, "2026-11-24T09:00:50Z", "This meeting starts in 15 minutes."],
  [1, "2026-11-24T09:14:00Z", "This meeting starts in 1 minute."],
  [60, "2026-11-24T08:15:20Z", "This meeting starts in 1 hour."],
  [90, "2026-11-24T07:45:00Z", "This meeting starts in 90 minutes."],
  [1440, "2026-11-23T09:25:00Z", "This meeting starts in 1 day."],
  [10080, "2026-11-17T09:15:30Z", "This meeting starts in 7 days."],
  // The app was down when they were due.
  [15, "2026-11-24T09:08:00Z", "This meeting starts in 7 minutes."],
  [1440, "2026-11-23T19:15:00Z", "This meeting starts in 14 hours."],
  [15, "2026-11-24T09:16:01Z", "This meeting has started."],
  [null, "2026-11-24T08:45:00Z", "This meeting starts in 30 minutes."],
])("a reminder planned %s minutes before and written at %s says: %s", (reminderMinutes, sentAt, words) => {
  expect(messageOf({ ...reminder, reminderMinutes, sentAt: new Date(sentAt) }).intro).toBe(words);
});

test.each([
  ["en", "This meeting starts in 15 minutes."],
  ["de", "Diese Besprechung beginnt in 15 Minuten."],
  ["fr", "Cette réunion commence dans 15 minutes."],
  ["es", "Esta reunión empieza dentro de 15 minutos."],
] as const)("a reminder in %s: %s", (locale, words) => {
  expect(messageOf({ ...reminder, locale }).intro).toBe(words);
});

test("a reminder holds the link, the time in both zones, and no calendar entry", async () => {
  expect(messageOf(reminder).subject).toBe("Reminder: Quarterly review (24 Nov 2026, 15:00 GMT+5:45)");
  expect(said(reminder)).toContain(participant.personalLink);
  expect(said(reminder)).toMatch(/Kathmandu time.*\n.*Berlin time/);
  const { raw } = await composeMail(reminder);
  expect(raw.toString()).toContain("\r\nContent-Type: multipart/alternative;");
  expect(raw.toString()).not.toMatch(/calendar;|\.ics|BEGIN:/);
});

test.each([
  ["en", "The time has changed: your calendar may still show 14:00–15:00 (Kathmandu time, GMT+5:45)."],
  [
    "de",
    "Der Termin hat sich geändert: In Ihrem Kalender steht vielleicht noch 14:00–15:00 Uhr (Ortszeit Kathmandu, GMT+5:45).",
  ],
  [
    "fr",
    "La date ou l’heure a changé\u202f: votre agenda indique peut-être encore 14:00–15:00 (heure de Kathmandu, UTC+5:45).",
  ],
  [
    "es",
    "La fecha o la hora ha cambiado: puede que su calendario aún muestre 14:00–15:00 (hora de Kathmandu, GMT+5:45).",
  ],
] as const)(
  "a reminder to somebody who was told of another time names it, in text and HTML, in %s",
  (locale, words) => {
    const mail = { ...movedReminder, locale };
    expect(said(mail)).toContain(words);
    expect(htmlOf(messageOf(mail))).toContain(words);
  },
);

test("a reminder names the old day only if it differs, and the zone if both show", () => {
  const here = { ...movedReminder, recipient: { ...reminder.recipient, timeZone: "Europe/Berlin" } };
  expect(said(here)).toContain("may still show 09:15–10:15.");
  expect(said({ ...here, previous: update.previous })).toContain(
    "may still show Monday 23 November 2026, 10:15–11:15.",
  );
  for (const mail of [reminder, { ...movedReminder, changes: [] }, { ...movedReminder, previous: null }])
    expect(said(mail)).not.toContain("The time has changed");
});

test("a reminder whose link is broken does not leave", async () => {
  const broken = composeMail({ ...reminder, personalLink: null });
  await expect(broken).rejects.toBeInstanceOf(GateFailure);
});
