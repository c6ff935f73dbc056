import { z } from "zod";
import { type FieldErrors, plain, wrong } from "@/lib/input-error";
import { locales } from "@/lib/locale";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { maxMeetingMinutes } from "@/lib/occurrences/upcoming";
import { chosenReminders, reminderFields } from "@/lib/reminders/choice";
import { cleanLine, cleanText } from "@/lib/text";
import { instantOf, isNamedZone } from "@/lib/time/wall-time";

export const maxTitleLength = 200;
export const maxDescriptionLength = 8000;
export const maxParticipants = 1000;
/** Ten years: a later date is a typing mistake. */
const maxAheadMs = 10 * 366 * 24 * 3600_000;
export const maxRequestLength = 100_000;

/** The fields of the form by name; lib/participants/rows.ts reads the rows beside them. */
export const meetingFields = z.object({
  title: z
    .string()
    .transform(cleanLine)
    .refine((title) => title !== "", plain("title-missing"))
    .refine((title) => title.length <= maxTitleLength, wrong({ code: "too-long", most: maxTitleLength })),
  description: z
    .string()
    .max(maxRequestLength, plain("far-too-long"))
    .default("")
    .transform(cleanText)
    .refine((text) => text.length <= maxDescriptionLength, wrong({ code: "too-long", most: maxDescriptionLength })),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, plain("day-missing")),
  startTime: z.string().regex(/^\d{2}:\d{2}$/, plain("start-missing")),
  /** Minutes, or empty when an end is given. */
  length: z
    .string()
    .regex(/^(\d{1,5}|end)?$/, plain("length-missing"))
    .default("60"),
  endDate: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, plain("end-day-missing"))
    .default(""),
  endTime: z
    .string()
    .regex(/^(\d{2}:\d{2})?$/, plain("end-missing"))
    .default(""),
  timeZone: z.string().refine(isNamedZone, plain("choose-time-zone")),
  domainId: z.uuid(plain("domain-missing")),
  locale: z.enum(locales, plain("choose-language")).default("en"),
  ...reminderFields,
  /** Pasted or typed, not yet shown as rows. */
  people: z.string().max(maxRequestLength, plain("paste-too-long")).default(""),
});

type Fields = z.output<typeof meetingFields>;
export type MeetingFormResult = { ok: true; input: MeetingInput } | { ok: false; fieldErrors: FieldErrors };

/** Pure: what the form asks for, or an error for each wrong field. */
export function readMeetingFields(
  fields: Fields,
  participants: MeetingInput["participants"],
  now: Date,
): MeetingFormResult {
  const { title, description, timeZone, domainId, locale } = fields;
  const { startsAt, endsAt, fieldErrors } = readWhenFields(fields, now);
  if (participants.length > maxParticipants) {
    fieldErrors.people = [{ code: "too-many-participants", most: maxParticipants }];
  }
  if (!startsAt || !endsAt || Object.keys(fieldErrors).length > 0) return { ok: false, fieldErrors };
  const reminders = chosenReminders(fields);
  return {
    ok: true,
    input: { title, description, startsAt, endsAt, timeZone, domainId, locale, reminders, participants },
  };
}

export const whenFields = meetingFields.pick({
  date: true,
  startTime: true,
  length: true,
  endDate: true,
  endTime: true,
  timeZone: true,
});

type When = { startsAt: Date | null; endsAt: Date | null; fieldErrors: FieldErrors };

/** Pure: start and end, or an error for each wrong field. */
export function readWhenFields(fields: z.output<typeof whenFields>, now: Date): When {
  const { timeZone } = fields;
  const fieldErrors: FieldErrors = {};
  const startsAt = instant("startTime", fields.date, fields.startTime);
  const endsAt = startsAt && endOf(startsAt);
  if (startsAt && endsAt) {
    const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
    const field = fields.length === "end" ? "endTime" : "length";
    if (minutes <= 0) fieldErrors[field] = [{ code: "end-not-after-start" }];
    else if (minutes > maxMeetingMinutes) fieldErrors[field] = [{ code: "meeting-too-long" }];
    else if (endsAt <= now) fieldErrors.date = [{ code: "time-is-over" }];
    else if (startsAt.getTime() - now.getTime() > maxAheadMs) fieldErrors.date = [{ code: "too-far-ahead" }];
  }
  return { startsAt, endsAt, fieldErrors };

  function endOf(start: Date): Date | null {
    if (fields.length !== "end") return new Date(start.getTime() + Number(fields.length || 60) * 60_000);
    if (!fields.endTime) {
      fieldErrors.endTime = [{ code: "end-missing" }];
      return null;
    }
    return instant("endTime", fields.endDate || fields.date, fields.endTime);
  }

  function instant(field: string, date: string, time: string): Date | null {
    const result = instantOf(date, time, timeZone);
    if (result.ok) return result.at;
    fieldErrors[field] = [result.reason === "skipped" ? { code: "time-skipped", timeZone } : { code: "not-a-time" }];
    return null;
  }
}
