import { z } from "zod";
import { locales } from "@/lib/locale";
import type { MeetingPlan } from "@/lib/meetings/plan/desired-meeting";
import { chosenReminders, reminderFields } from "@/lib/reminders/choice";
import { cleanLine, cleanText } from "@/lib/text";
import { instantOf, isNamedZone } from "@/lib/time/wall-time";

export const longestTitle = 200;
export const longestDescription = 8000;
export const mostParticipants = 1000;
export const longestMeetingMinutes = 7 * 24 * 60;
/** A year mistyped is more likely than a meeting in the next decade but one, and calendars end somewhere. */
const furthestAheadMs = 10 * 366 * 24 * 3600_000;
export const longestRequest = 100_000;

/** The fields of the form by name; lib/participants/rows.ts reads the rows beside them. */
export const meetingFields = z.object({
  title: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(1, "Give the meeting a title.").max(longestTitle, `At most ${longestTitle} characters.`)),
  description: z
    .string()
    .max(longestRequest, "This is far too long.")
    .default("")
    .transform(cleanText)
    .pipe(z.string().max(longestDescription, `At most ${longestDescription} characters.`)),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Choose a day."),
  startTime: z.string().regex(/^\d{2}:\d{2}$/, "Choose when it starts."),
  /** Minutes, or empty when an end is given. */
  length: z
    .string()
    .regex(/^(\d{1,5}|end)?$/, "Choose a length.")
    .default("60"),
  endDate: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, "Choose the day it ends.")
    .default(""),
  endTime: z
    .string()
    .regex(/^(\d{2}:\d{2})?$/, "Choose when it ends.")
    .default(""),
  timeZone: z.string().refine(isNamedZone, "Choose a time zone from the list."),
  domainId: z.uuid("Choose where to meet."),
  locale: z.enum(locales, "Choose a language from the list.").default("en"),
  ...reminderFields,
  /** Pasted or typed, not yet shown as rows. */
  people: z.string().max(longestRequest, "This is too much at once. Paste it in parts.").default(""),
});

type Fields = z.output<typeof meetingFields>;
export type MeetingFormResult = { ok: true; plan: MeetingPlan } | { ok: false; fieldErrors: Record<string, string[]> };

/** Pure: from checked fields and participants to what is saved, or what is wrong beside which field. */
export function planMeeting(fields: Fields, participants: MeetingPlan["participants"], now: Date): MeetingFormResult {
  const { title, description, timeZone, domainId, locale } = fields;
  const { startsAt, endsAt, fieldErrors } = planWhen(fields, now);
  if (participants.length > mostParticipants) {
    fieldErrors.people = [`A meeting has at most ${mostParticipants} participants.`];
  }
  if (!startsAt || !endsAt || Object.keys(fieldErrors).length > 0) return { ok: false, fieldErrors };
  const reminders = chosenReminders(fields);
  return {
    ok: true,
    plan: { title, description, startsAt, endsAt, timeZone, domainId, locale, reminders, participants },
  };
}

/** Those that say when; they make sense without the others. */
export const whenFields = meetingFields.pick({
  date: true,
  startTime: true,
  length: true,
  endDate: true,
  endTime: true,
  timeZone: true,
});

type When = { startsAt: Date | null; endsAt: Date | null; fieldErrors: Record<string, string[]> };

/** Pure: from when to when, or what is wrong with it. */
export function planWhen(fields: z.output<typeof whenFields>, now: Date): When {
  const { timeZone } = fields;
  const fieldErrors: Record<string, string[]> = {};
  const startsAt = instant("startTime", fields.date, fields.startTime);
  const endsAt = startsAt && endOf(startsAt);
  if (startsAt && endsAt) {
    const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
    const field = fields.length === "end" ? "endTime" : "length";
    if (minutes <= 0) fieldErrors[field] = ["The end has to be after the start."];
    else if (minutes > longestMeetingMinutes) fieldErrors[field] = ["A meeting lasts seven days at most."];
    else if (endsAt <= now) fieldErrors.date = ["This time is already over."];
    else if (startsAt.getTime() - now.getTime() > furthestAheadMs)
      fieldErrors.date = ["This is more than ten years ahead."];
  }
  return { startsAt, endsAt, fieldErrors };

  function endOf(start: Date): Date | null {
    if (fields.length !== "end") return new Date(start.getTime() + Number(fields.length || 60) * 60_000);
    if (!fields.endTime) {
      fieldErrors.endTime = ["Choose when it ends."];
      return null;
    }
    return instant("endTime", fields.endDate || fields.date, fields.endTime);
  }

  function instant(field: string, date: string, time: string): Date | null {
    const result = instantOf(date, time, timeZone);
    if (result.ok) return result.at;
    fieldErrors[field] = [
      result.reason === "skipped"
        ? `Clocks in ${timeZone} skip this time on that day. Choose another one.`
        : "This is not a time that exists.",
    ];
    return null;
  }
}
