import { formatShort } from "@/lib/invitations/when";
import type { MeetingDetails } from "@/lib/meetings/find";
import { lengthInWords } from "../reminders-in-words";

type Reminder = Pick<MeetingDetails["reminders"][number], "minutesBefore" | "dueAt" | "status" | "settledAt">;

/** What became of one reminder, or when it will be sent. */
export function reminderInWords(
  { minutesBefore, dueAt, status, settledAt }: Reminder,
  { endsAt, timeZone, now }: { endsAt: Date; timeZone: string; now: Date },
): string {
  const length = `${lengthInWords(minutesBefore)} before`;
  const at = (moment: Date) => formatShort(moment, timeZone, "en");
  if (status === "SENT") return `${length}: sent ${at(settledAt ?? dueAt)}`;
  if (status === "WAITING" && now < endsAt) return `${length}: ${at(dueAt)}`;
  // Nobody was there to drop it either, or it was.
  if (status === "WAITING" || (settledAt && settledAt >= endsAt))
    return `The reminder ${length} was dropped: Latchkey was not running until the meeting was over`;
  return `${length}: not sent, that time had passed when the meeting was saved`;
}
