import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

/** What a calendar sends back (RFC 5546 §3.2.3, §3.2.7). */
export type CalendarReply = {
  method: "REPLY" | "COUNTER";
  uid: string;
  sequence: number;
  /** Null: the calendar did not say when. */
  stampedAt: Date | null;
  /** One person, as a rule. */
  attendees: ReplyAttendee[];
  comment: string;
  /** The other time in a COUNTER; null where there is none that can be read without doubt, and within years of now. */
  proposed: { startsAt: Date; endsAt: Date } | null;
};

type Answer = "ACCEPTED" | "TENTATIVE" | "DECLINED";

type Refusal = "another-attendee" | "no-answer";

type ReplyAttendee = {
  /** Lower-case; null where the calendar names the person by something else than a mail address. */
  address: string | null;
  /** Null: none, as in a delegation. */
  answer: Answer | null;
};

const answers: Record<string, Answer> = { ACCEPTED: "ACCEPTED", TENTATIVE: "TENTATIVE", DECLINED: "DECLINED" };

/**
 * Pure: what a reply says about the one person whose entry it is about. Somebody else's answer is not theirs, even where it
 * carries their UID: a forwarded invitation.
 */
export function answerOf({ method, attendees }: CalendarReply, email: string): Answer | "NONE" | Refusal {
  const named = attendees.filter(({ address }) => address !== null);
  const own = named.find(({ address }) => address === email);
  if (named.length > 0 && !own) return "another-attendee";
  // A proposal may come without an answer.
  return (own ?? attendees[0])?.answer ?? (method === "COUNTER" ? "NONE" : "no-answer");
}

/** A key to look somebody up by; what a database cannot hold, or an index cannot, is none of ours. */
const readableUid = /^[\x21-\x7e]{1,255}$/;

type Options = {
  now: Date;
  /** Of the MIME part, for calendars that write it there only. */
  methodOfPart?: string;
};

/**
 * Null when it is none: something else than REPLY and COUNTER, no event, an answer about one occurrence of a series, or a
 * UID that is no key.
 * @param text one calendar object
 * @throws when it is no calendar object, or says when it was written by another clock than UTC (RFC 5545 §3.8.7.2)
 */
export function readCalendarReply(text: string, { now, methodOfPart }: Options): CalendarReply | null {
  const calendar = new ICAL.Component(ICAL.parse(text));
  if (calendar.name !== "vcalendar") return null;
  const method = (textOf(calendar, "method") || (methodOfPart ?? "")).trim().toUpperCase();
  if (method !== "REPLY" && method !== "COUNTER") return null;
  const [event, ...more] = calendar.getAllSubcomponents("vevent");
  if (!event || more.length > 0 || event.hasProperty("recurrence-id")) return null;
  const uid = textOf(event, "uid").trim();
  if (!readableUid.test(uid)) return null;
  const sequence = Number(event.getFirstPropertyValue("sequence") ?? 0);
  return {
    method,
    uid,
    sequence: Number.isSafeInteger(sequence) ? sequence : 0,
    stampedAt: stampOf(event),
    attendees: event.getAllProperties("attendee").map(attendeeOf),
    comment: event
      .getAllProperties("comment")
      .map((property) => String(property.getFirstValue()))
      .join("\n"),
    proposed: method === "COUNTER" ? proposedIn(event, now) : null,
  };
}

const textOf = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name) ?? "");

/** Some servers write a path or an ID and put the address beside it (EMAIL, RFC 7986 §6.2). */
function attendeeOf(person: ICAL.Property): ReplyAttendee {
  const value = String(person.getFirstValue() ?? "");
  const address = /^mailto:(.+)$/i.exec(value)?.[1] ?? String(person.getFirstParameter("email") ?? "");
  return {
    address: address.includes("@") ? decoded(address).trim().toLowerCase() : null,
    answer: answers[String(person.getFirstParameter("partstat") ?? "").toUpperCase()] ?? null,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function stampOf(event: ICAL.Component): Date | null {
  const stamp = event.getFirstProperty("dtstamp");
  if (!stamp) return null;
  const at = instantOf(stamp);
  if (!at || zoneOf(stamp)) throw new Error("DTSTAMP is not in UTC");
  return at;
}

/** Further away nobody plans, and reckoning with zones takes longer the further it is. */
const mostYears = 20;

function proposedIn(event: ICAL.Component, now: Date): CalendarReply["proposed"] {
  const [start, end] = [event.getFirstProperty("dtstart"), event.getFirstProperty("dtend")];
  const duration = event.getFirstPropertyValue("duration");
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 0;
  const startsAt = start && instantOf(start);
  const endsAt = end ? instantOf(end) : startsAt && new Date(startsAt.getTime() + seconds * 1000);
  if (!startsAt || !endsAt || !(endsAt > startsAt)) return null;
  const isNear = (at: Date) => Math.abs(at.getUTCFullYear() - now.getUTCFullYear()) <= mostYears;
  return isNear(startsAt) && isNear(endsAt) ? { startsAt, endsAt } : null;
}

const zoneOf = (property: ICAL.Property): string => String(property.getFirstParameter("tzid") ?? "");

/**
 * Of a moment in UTC, or by the clock of a zone that this machine knows by its name. Null for a day, for a clock that is
 * anywhere, and for a zone that the mail alone defines: the rules in it are a stranger's, and can be made to take for ever.
 * ical.js would follow them, so its reading of times is not used.
 */
function instantOf(property: ICAL.Property): Date | null {
  const [, , , value] = property.toJSON() as unknown[];
  if (typeof value !== "string" || !momentShape.test(value)) return null;
  const zone = zoneOf(property);
  try {
    const at = value.endsWith("Z")
      ? Temporal.Instant.from(value)
      : Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant();
    return new Date(at.epochMilliseconds);
  } catch {
    return null;
  }
}

/** As ical.js hands it over: `2026-11-24T10:00:00Z`. */
const momentShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/;
