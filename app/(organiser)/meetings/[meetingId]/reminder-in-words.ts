import type { MeetingDetails } from "@/lib/meetings/read/find";
import { formatShort } from "@/lib/time/when";
import { lengthInWords } from "../reminders-in-words";
import { zoneName } from "../zone-name";

type Reminder = Pick<
  MeetingDetails["reminders"][number],
  "minutesBefore" | "dueAt" | "status" | "settledAt" | "reminded" | "leftOut"
>;

/** What became of one reminder, or when it will be sent. */
export function reminderInWords(
  { minutesBefore, dueAt, status, settledAt, reminded, leftOut }: Reminder,
  { endsAt, timeZone, now }: { endsAt: Date; timeZone: string; now: Date },
): string {
  const length = `${lengthInWords(minutesBefore)} before`;
  const at = (moment: Date) => `${formatShort(moment, timeZone, "en")} ${zoneName(timeZone)}`;
  if (status === "SENT") return `${length}: ${sentInWords(at(settledAt ?? dueAt), reminded ?? 0, leftOut ?? 0)}`;
  if (status === "WAITING" && now < endsAt) return `${length}: ${at(dueAt)}`;
  // Nobody was there to drop it either, or it was.
  if (status === "WAITING" || (settledAt && settledAt >= endsAt))
    return `The reminder ${length} was dropped: Latchkey was not running until the meeting was over`;
  return `${length}: not sent, that time had passed when the meeting was saved`;
}

/** A reminder is a link to click: who has none that works is not reminded, and the organiser has to know. */
function sentInWords(moment: string, reminded: number, leftOut: number): string {
  if (leftOut === 0) return `sent ${moment}`;
  const all = (reminded + leftOut).toLocaleString("en");
  if (reminded === 0) return `sent to nobody, ${moment}: no mail with a working link had reached anybody by then`;
  const others = `${leftOut.toLocaleString("en")} had not got a mail with a working link by then`;
  return `sent to ${reminded.toLocaleString("en")} of ${all}, ${moment}; ${others}`;
}
