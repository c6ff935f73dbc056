import { Pencil, Video } from "lucide-react";
import { LinkButton } from "@/app/_components/button";
import { Confirm } from "@/app/_components/confirm";
import { SubmitButton } from "@/app/_components/submit-button";
import type { MeetingDetails } from "@/lib/meetings/find";
import { inWords } from "../in-words";
import { linkTimes } from "../link-times";
import { cancelMeetingAction } from "./actions";

export function MeetingActions({ meeting, now }: { meeting: MeetingDetails; now: Date }) {
  const { opensAt, closesAt } = linkTimes(meeting);
  const others = meeting.participants.length - 1;
  return (
    <>
      {now < closesAt && (
        <form method="post" action={`/meetings/${meeting.id}/start`}>
          <SubmitButton tone={now < opensAt ? "secondary" : "primary"}>
            <Video aria-hidden />
            Start meeting
          </SubmitButton>
        </form>
      )}
      {meeting.endsAt > now && (
        <LinkButton href={`/meetings/${meeting.id}/edit`}>
          <Pencil aria-hidden />
          Edit
        </LinkButton>
      )}
      {meeting.endsAt > now && (
        <Confirm
          label="Cancel meeting"
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
