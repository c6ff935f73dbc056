import { Pencil } from "lucide-react";
import { LinkButton } from "@/app/_components/button";
import { Confirm } from "@/app/_components/confirm";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { inWords } from "../in-words";
import { untilInWords } from "../link-times";
import { cancelMeetingAction } from "./actions";
import { StartMeeting } from "./start-meeting";

type Props = {
  meeting: MeetingDetails;
  untold: OutdatedPerson[];
  /** When the last link that was mailed ends; null when none opens the room. */
  linksEndAt: Date | null;
  timeZone: string;
  now: Date;
};

export function MeetingActions({ meeting, untold, linksEndAt, timeZone, now }: Props) {
  return (
    <>
      <StartMeeting meeting={meeting} untold={untold} timeZone={timeZone} now={now} />
      {meeting.endsAt > now && (
        <LinkButton href={`/meetings/${meeting.id}/edit`}>
          <Pencil aria-hidden />
          Edit
        </LinkButton>
      )}
      {meeting.endsAt > now && (
        <Confirm
          label="Cancel meeting"
          tone="quiet"
          title="Cancel this meeting?"
          description={cancelInWords(meeting, linksEndAt, timeZone, now)}
          confirmLabel="Cancel meeting"
          pendingLabel="Cancelling"
          closeLabel="Keep the meeting"
          action={cancelMeetingAction}
        >
          <input type="hidden" name="meetingId" value={meeting.id} />
        </Confirm>
      )}
    </>
  );
}

/** What cancelling does, and what it cannot do. */
function cancelInWords({ participants }: MeetingDetails, linksEndAt: Date | null, timeZone: string, now: Date): string {
  const others = participants.length - 1;
  const done =
    others === 0
      ? "It disappears from your calendar."
      : `You and ${inWords(others, "participant")} get a mail that takes it out of the calendar.`;
  if (!linksEndAt) return `${done} This cannot be undone.`;
  const until = untilInWords(linksEndAt, timeZone, now);
  return `${done} This cannot be undone. Links that are already out cannot be taken back: whoever has one can go into the room until ${until}.`;
}
