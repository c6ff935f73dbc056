import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import type { NamedOccurrence } from "@/lib/answers/named-occurrence";
import type { Proposal } from "@/lib/participants/proposal";
import { cleanLine } from "@/lib/text";

/** What a calendar sends back (RFC 5546 §3.2.3, §3.2.7). */
export type CalendarReply = {
  method: "REPLY" | "COUNTER";
  uid: string;
  sequence: number;
  stampedAt: Date | null;
  attendees: ReplyAttendee[];
  comment: string;
  /** Null without RECURRENCE-ID: the reply is to the entry as it was sent. */
  occurrence: NamedOccurrence | null;
  proposal: Proposal | null;
};

type Answer = "ACCEPTED" | "TENTATIVE" | "DECLINED";

type Refusal = "another-attendee" | "no-answer";

type ReplyAttendee = {
  /** Lower case. Null if the calendar names no mail address. */
  address: string | null;
  answer: Answer | null;
};

const answers: Record<string, Answer> = { ACCEPTED: "ACCEPTED", TENTATIVE: "TENTATIVE", DECLINED: "DECLINED" };

/** A forwarded invitation lets somebody else answer with this person's UID, so the address is compared too. */
export function answerFor({ method, attendees }: CalendarReply, email: string): Answer | "NONE" | Refusal {
  const named = attendees.filter(({ address }) => address !== null);
  const own = named.find(({ address }) => address === email);
  if (named.length > 0 && !own) return "another-attendee";
  return (own ?? attendees[0])?.answer ?? (method === "COUNTER" ? "NONE" : "no-answer");
}

const readableUid = /^[\x21-\x7e]{1,255}$/;

type Options = {
  now: Date;
  methodOfPart?: string;
};

/**
 * Null unless it is a REPLY or COUNTER with one event and a readable UID.
 * @throws when the text is no calendar object, or DTSTAMP is not in UTC (RFC 5545 §3.8.7.2)
 */
export function readCalendarReply(text: string, { now, methodOfPart }: Options): CalendarReply | null {
  const calendar = new ICAL.Component(ICAL.parse(text));
  if (calendar.name !== "vcalendar") return null;
  const method = (propertyText(calendar, "method") || (methodOfPart ?? "")).trim().toUpperCase();
  if (method !== "REPLY" && method !== "COUNTER") return null;
  const [event, ...more] = calendar.getAllSubcomponents("vevent");
  if (!event || more.length > 0) return null;
  const uid = propertyText(event, "uid").trim();
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
    occurrence: occurrenceIn(event, now),
    proposal: method === "COUNTER" ? proposalIn(event, now) : null,
  };
}

const propertyText = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? "");

/** Some servers write an ID as the value and the address as EMAIL (RFC 7986 §6.2). */
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
  const at = momentOf(stamp);
  if (!at || tzidOf(stamp)) throw new Error("DTSTAMP is not in UTC");
  return at;
}

/** Zone arithmetic is slow for distant times. */
const maxYears = 20;

const isNear = (at: Date, now: Date) => Math.abs(at.getUTCFullYear() - now.getUTCFullYear()) <= maxYears;

const maxRecurrenceIdLength = 100;

function occurrenceIn(event: ICAL.Component, now: Date): NamedOccurrence | null {
  const property = event.getFirstProperty("recurrence-id");
  if (!property) return null;
  const [at, zone] = [momentOf(property), tzidOf(property)];
  const written = `${textOf(property)}${zone && `[${zone}]`}`;
  return {
    recurrenceId: cleanLine(written.slice(0, maxRecurrenceIdLength)),
    startsAt: at && isNear(at, now) ? at : null,
  };
}

function proposalIn(event: ICAL.Component, now: Date): Proposal {
  const [start, end] = [event.getFirstProperty("dtstart"), event.getFirstProperty("dtend")];
  const duration = event.getFirstPropertyValue("duration");
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 0;
  const startsAt = start && momentOf(start);
  const endsAt = end ? momentOf(end) : startsAt && new Date(startsAt.getTime() + seconds * 1000);
  if (!startsAt || !endsAt || !(endsAt > startsAt)) return "unreadable";
  return isNear(startsAt, now) && isNear(endsAt, now) ? { startsAt, endsAt } : "unreadable";
}

const textOf = (property: ICAL.Property): string => String((property.toJSON() as unknown[])[3] ?? "");

const tzidOf = (property: ICAL.Property): string => String(property.getFirstParameter("tzid") ?? "");

/**
 * A time in UTC or in a named zone. Null for a day, a floating time or a zone that only the mail defines.
 * ical.js would follow the rules in the mail. A stranger wrote them, and they can take for ever.
 */
function momentOf(property: ICAL.Property): Date | null {
  const value = textOf(property);
  if (!momentShape.test(value)) return null;
  const zone = tzidOf(property);
  try {
    const at = value.endsWith("Z")
      ? Temporal.Instant.from(value)
      : Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant();
    return new Date(at.epochMilliseconds);
  } catch {
    return null;
  }
}

const momentShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/;
