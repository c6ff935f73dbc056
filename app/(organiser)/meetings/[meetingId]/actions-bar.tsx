import { Pencil } from "lucide-react";
import { LinkButton } from "@/app/_components/button";
import { Confirm } from "@/app/_components/confirm";
import type { MeetingDetails } from "@/lib/meetings/find";
import type { UntoldPerson } from "@/lib/meetings/untold";
import { inWords } from "../in-words";
import { cancelMeetingAction } from "./actions";
import { StartMeeting } from "./start-meeting";

type Props = { meeting: MeetingDetails; untold: UntoldPerson[]; timeZone: string; now: Date };

export function MeetingActions({ meeting, untold, timeZone, now }: Props) {
  const others = meeting.participants.length - 1;
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
          description={
            others === 0
              ? "It disappears from your calendar. This cannot be undone."
              : `You and ${inWords(others, "participant")} get a mail that takes it out of the calendar. This cannot be undone. Links that are already out stay valid until they end: whoever has one can still go into the room.`
          }
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
