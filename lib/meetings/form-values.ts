import type { MeetingContent } from "@/lib/meetings/plan/meeting-content";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { reminderValues } from "@/lib/reminders/minutes";
import { instantOf, wallTimeOf } from "@/lib/time/wall-time";
import { currentTimeZoneName } from "@/lib/time/zone-names";

type Facts = Omit<MeetingFacts, "roomName">;
type Content = Facts & Pick<MeetingContent, "locale" | "reminders">;

/** Minutes as the form offers them, and an end to be chosen. */
export const lengths = ["15", "30", "45", "60", "90", "120", "180", "240", "end"] as const;

/** Pure: every field of the form by name, but the participants'. The other way round than readMeetingFields. */
export function meetingValues({ locale, reminders, ...facts }: Content): Record<string, string> {
  return { ...factValues(facts), locale, ...reminderValues(reminders) };
}

/** Those that say what the meeting is. */
export function factValues({ title, description, domainId, ...when }: Facts): Record<string, string> {
  return { title, description, domainId, ...whenValues(when) };
}

function whenValues({ startsAt, endsAt, ...facts }: Pick<Facts, "startsAt" | "endsAt" | "timeZone">) {
  const timeZone = currentTimeZoneName(facts.timeZone);
  const [start, end] = [startsAt, endsAt].map((at) => wallTimeOf(at, timeZone));
  const minutes = String((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const common = { date: start!.date, startTime: start!.time, timeZone };
  const offered = lengths.some((value) => value === minutes);
  // Of an hour that comes twice in autumn the fields can only say the first; a length says it whatever the clocks do.
  const read = instantOf(end!.date, end!.time, timeZone);
  const sayable = read.ok && read.at.getTime() === endsAt.getTime();
  if (offered || !sayable) return { ...common, length: minutes, endDate: "", endTime: "" };
  return { ...common, length: "end", endDate: end!.date, endTime: end!.time };
}
