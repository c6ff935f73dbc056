import ICAL from "ical.js";

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
  /** The other time in a COUNTER; null where there is none that can be read without doubt. */
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

/**
 * Null when it is none: something else than REPLY and COUNTER, no event, an answer about one occurrence of a series, or a
 * UID that is no key.
 * @param text one calendar object
 * @param methodOfPart of the MIME part, for calendars that write it there only
 * @throws when it is no calendar object
 */
export function readCalendarReply(text: string, methodOfPart?: string): CalendarReply | null {
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
    stampedAt: instant(event.getFirstPropertyValue("dtstamp")),
    attendees: event.getAllProperties("attendee").map(attendeeOf),
    comment: event
      .getAllProperties("comment")
      .map((property) => String(property.getFirstValue()))
      .join("\n"),
    proposed: method === "COUNTER" ? proposedIn(event) : null,
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

function proposedIn(event: ICAL.Component): CalendarReply["proposed"] {
  const startsAt = instant(event.getFirstPropertyValue("dtstart"));
  const end = event.getFirstPropertyValue("dtend");
  const duration = event.getFirstPropertyValue("duration");
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 0;
  const endsAt = end ? instant(end) : startsAt && new Date(startsAt.getTime() + seconds * 1000);
  return startsAt && endsAt && endsAt > startsAt ? { startsAt, endsAt } : null;
}

/** Null for a day, and for a local time in a zone that the mail does not define: it could be any instant. */
function instant(value: unknown): Date | null {
  if (!(value instanceof ICAL.Time) || value.isDate || value.zone === ICAL.Timezone.localTimezone) return null;
  const date = value.toJSDate();
  // Years that no calendar shows.
  return date.getTime() > 0 && date.getUTCFullYear() < 10_000 ? date : null;
}
