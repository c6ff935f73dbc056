import { expect, test } from "vitest";
import { locales } from "@/lib/locale";
import { formatForSubject, formatShort, formatWhen, otherTime, whenLines, zoneName } from "@/lib/time/when";

const at = (startsAt: string, endsAt: string, timeZone: string) =>
  formatWhen({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), timeZone });

test.each([
  [
    "a day",
    "2026-11-24T09:15:00Z",
    "2026-11-24T10:15:00Z",
    "Asia/Kathmandu",
    "Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)",
  ],
  [
    "midnight",
    "2026-11-24T22:30:00Z",
    "2026-11-25T00:30:00Z",
    "Europe/Berlin",
    "Tuesday 24 November 2026, 23:30 – Wednesday 25 November 2026, 01:30 (Berlin time, GMT+1)",
  ],
  [
    "the year's end",
    "2026-12-31T23:30:00Z",
    "2027-01-01T00:30:00Z",
    "UTC",
    "Thursday 31 December 2026, 23:30 – Friday 1 January 2027, 00:30 (UTC)",
  ],
  [
    "a change of the clocks",
    "2027-03-28T00:30:00Z",
    "2027-03-28T01:30:00Z",
    "Europe/Berlin",
    "Sunday 28 March 2027, 01:30–03:30 (Berlin time, GMT+1 at the start and GMT+2 at the end)",
  ],
  [
    "midnight on the clock",
    "2026-11-24T05:00:00Z",
    "2026-11-24T06:00:00Z",
    "America/New_York",
    "Tuesday 24 November 2026, 00:00–01:00 (New York time, GMT-5)",
  ],
  [
    "a long name",
    "2026-11-24T09:15:00Z",
    "2026-11-24T10:15:00Z",
    "America/Argentina/Buenos_Aires",
    "Tuesday 24 November 2026, 06:15–07:15 (Buenos Aires time, GMT-3)",
  ],
  [
    "a zone that is only an offset",
    "2026-11-24T09:15:00Z",
    "2026-11-24T10:15:00Z",
    "Etc/GMT+5",
    "Tuesday 24 November 2026, 04:15–05:15 (GMT-5)",
  ],
  [
    "the other side of the date line",
    "2026-11-24T11:15:00Z",
    "2026-11-24T12:15:00Z",
    "Pacific/Apia",
    "Wednesday 25 November 2026, 00:15–01:15 (Apia time, GMT+13)",
  ],
])("a time range is said in words across %s", (_, start, end, zone, words) => {
  expect(at(start, end, zone)).toBe(words);
});

const meeting = {
  startsAt: new Date("2026-11-24T09:15:00Z"),
  endsAt: new Date("2026-11-24T10:15:00Z"),
  timeZone: "Europe/Berlin",
};

test("the meeting's zone is named as well where its clocks show something else", () => {
  expect(whenLines({ ...meeting, viewerZone: "Asia/Kathmandu" })).toEqual([
    "Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)",
    "Tuesday 24 November 2026, 10:15–11:15 (Berlin time, GMT+1)",
  ]);
  expect(whenLines({ ...meeting, viewerZone: "Europe/Paris" })).toEqual([
    "Tuesday 24 November 2026, 10:15–11:15 (Paris time, GMT+1)",
  ]);
});

test.each([null, "Mars/Olympus", ""])("an unknown zone (%j) falls back to the meeting's", (viewerZone) => {
  expect(whenLines({ ...meeting, viewerZone })).toEqual(["Tuesday 24 November 2026, 10:15–11:15 (Berlin time, GMT+1)"]);
});

test("the short form names day, month, year and time, and in a subject the zone", () => {
  expect(formatShort(meeting.startsAt, "Asia/Kathmandu")).toBe("24 Nov 2026, 15:00");
  expect(formatForSubject(meeting.startsAt, "Asia/Kathmandu", "en")).toBe("24 Nov 2026, 15:00 GMT+5:45");
  expect(formatForSubject(meeting.startsAt, "Etc/UTC", "en")).toBe("24 Nov 2026, 09:15 UTC");
});

test.each([
  [
    "en",
    "Tuesday 24 November 2026, 15:00–16:00 (Kathmandu time, GMT+5:45)",
    "Tuesday 24 November 2026, 23:00 – Wednesday 25 November 2026, 01:00 (New York time, GMT-5)",
    "Sunday 28 March 2027, 01:30–03:30 (Berlin time, GMT+1 at the start and GMT+2 at the end)",
    "1 Sep 2026, 11:15",
  ],
  [
    "de",
    "Dienstag, 24. November 2026, 15:00–16:00 Uhr (Ortszeit Kathmandu, GMT+5:45)",
    "Dienstag, 24. November 2026, 23:00 Uhr – Mittwoch, 25. November 2026, 01:00 Uhr (Ortszeit New York, GMT-5)",
    "Sonntag, 28. März 2027, 01:30–03:30 Uhr (Ortszeit Berlin, GMT+1 am Anfang und GMT+2 am Ende)",
    "1. Sept. 2026, 11:15 Uhr",
  ],
  [
    "fr",
    "mardi 24 novembre 2026, 15:00–16:00 (heure de Kathmandu, UTC+5:45)",
    "mardi 24 novembre 2026 à 23:00 – mercredi 25 novembre 2026 à 01:00 (heure de New York, UTC−5)",
    "dimanche 28 mars 2027, 01:30–03:30 (heure de Berlin, UTC+1 au début et UTC+2 à la fin)",
    "1er sept. 2026, 11:15",
  ],
  [
    "es",
    "martes 24 de noviembre de 2026, 15:00–16:00 (hora de Kathmandu, GMT+5:45)",
    "martes 24 de noviembre de 2026 a las 23:00 – miércoles 25 de noviembre de 2026 a la 01:00 (hora de New York, GMT-5)",
    "domingo 28 de marzo de 2027, 01:30–03:30 (hora de Berlin, GMT+1 al principio y GMT+2 al final)",
    "1 sept 2026, 11:15",
  ],
] as const)("dates and times are said the way people say them in %s", (locale, day, midnight, change, short) => {
  const span = (startsAt: string, endsAt: string, timeZone: string) =>
    formatWhen({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), timeZone, locale });
  expect(span("2026-11-24T09:15:00Z", "2026-11-24T10:15:00Z", "Asia/Kathmandu")).toBe(day);
  expect(span("2026-11-25T04:00:00Z", "2026-11-25T06:00:00Z", "America/New_York")).toBe(midnight);
  expect(span("2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z", "Europe/Berlin")).toBe(change);
  expect(formatShort(new Date("2026-09-01T09:15:00Z"), "Europe/Berlin", locale)).toBe(short);
});

test("French elides a zone before a vowel, writes 1er, and leaves plain offsets alone", () => {
  expect([zoneName("Europe/Amsterdam", "fr"), zoneName("Europe/Paris", "fr")]).toEqual([
    "heure d’Amsterdam",
    "heure de Paris",
  ]);
  for (const locale of locales)
    expect([zoneName("Etc/UTC", locale), zoneName("Etc/GMT+5", locale)]).toEqual(["UTC", "GMT-5"]);
  const first = {
    startsAt: new Date("2027-03-01T09:15:00Z"),
    endsAt: new Date("2027-03-01T10:15:00Z"),
    timeZone: "UTC",
  };
  expect(formatWhen({ ...first, locale: "fr" })).toBe("lundi 1er mars 2027, 09:15–10:15 (UTC)");
});

test("every zone has a name in every language", () => {
  for (const timeZone of Intl.supportedValuesOf("timeZone"))
    for (const locale of locales) expect(zoneName(timeZone, locale)).toMatch(/^\p{L}[^/_]+$/u);
});

test.each([
  ["Europe/Berlin", "2026-11-24T09:00:00Z", "10:00–11:00"],
  [null, "2026-11-24T09:00:00Z", "10:00–11:00"],
  ["nowhere", "2026-11-24T09:00:00Z", "10:00–11:00"],
  ["Europe/Berlin", "2026-11-23T09:00:00Z", "Monday 23 November 2026, 10:00–11:00"],
  ["Europe/Berlin", "2026-11-24T22:30:00Z", "23:30 – Wednesday 25 November 2026, 00:30"],
  ["Asia/Kathmandu", "2026-11-24T09:00:00Z", "14:45–15:45 (Kathmandu time, GMT+5:45)"],
  // Another day there, and not in the meeting's zone.
  ["Asia/Kathmandu", "2026-11-24T18:30:00Z", "Wednesday 25 November 2026, 00:15–01:15 (Kathmandu time, GMT+5:45)"],
])("another time of the meeting, for a reader in %s: %s is %s", (viewerZone, startsAt, said) => {
  const hour = (from: string) => ({ startsAt: new Date(from), endsAt: new Date(Date.parse(from) + 3600_000) });
  const span = { ...hour("2026-11-24T09:30:00Z"), timeZone: "Europe/Berlin", viewerZone };
  expect(otherTime(hour(startsAt), span)).toBe(said);
});
