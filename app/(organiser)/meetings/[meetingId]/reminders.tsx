import type { MeetingDetails } from "@/lib/meetings/read/find";
import { reminderInWords } from "./reminder-in-words";

type Props = { meeting: MeetingDetails; timeZone: string; now: Date };

/** Each with what became of it. */
export function Reminders({ meeting, timeZone, now }: Props) {
  return (
    <ul>
      {meeting.reminders.map((reminder) => (
        <li key={reminder.id}>{reminderInWords(reminder, { endsAt: meeting.endsAt, timeZone, now })}</li>
      ))}
    </ul>
  );
}
