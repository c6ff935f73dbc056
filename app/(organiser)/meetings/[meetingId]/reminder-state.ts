import type { MeetingDetails } from "@/lib/meetings/read/find";
import { formatShort, zoneName } from "@/lib/time/when";
import type { PageWords } from "@/lib/words/en/pages";

type Reminder = Pick<
  MeetingDetails["reminders"][number],
  "minutesBefore" | "dueAt" | "status" | "settledAt" | "reminded" | "leftOut"
>;
type Situation = { endsAt: Date; timeZone: string; now: Date };

/** What became of one reminder, or when it will be sent. */
export function reminderText(reminder: Reminder, words: PageWords["reminders"], situation: Situation): string {
  const { minutesBefore, dueAt, status, settledAt, reminded, leftOut } = reminder;
  const { endsAt, timeZone, now } = situation;
  const at = (moment: Date) => `${formatShort(moment, timeZone)} ${zoneName(timeZone)}`;
  if (status === "SENT") {
    // A reminder is a link to click: who has none that works is not reminded, and the organiser has to know.
    const [sent, missed, when] = [reminded ?? 0, leftOut ?? 0, at(settledAt ?? dueAt)];
    if (missed === 0) return words.sent(minutesBefore, when);
    return sent === 0 ? words.sentToNobody(minutesBefore, when) : words.sentToSome(minutesBefore, when, sent, missed);
  }
  if (status === "WAITING" && now < endsAt) return words.planned(minutesBefore, at(dueAt));
  // Nobody was there to drop it either, or it was.
  const isMissed = status === "WAITING" || (settledAt !== null && settledAt >= endsAt);
  return isMissed ? words.missed(minutesBefore) : words.tooLate(minutesBefore);
}

/** `1 day and 15 minutes before the start`; the longest first. */
export function reminderTimes(minutes: number[], words: PageWords["reminders"]): string {
  return minutes.length === 0 ? words.none : words.before([...new Set(minutes)].sort((a, b) => b - a));
}
