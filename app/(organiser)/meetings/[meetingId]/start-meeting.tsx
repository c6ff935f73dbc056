import { Video } from "lucide-react";
import { Confirm } from "@/app/_components/confirm";
import { SubmitButton } from "@/app/_components/submit-button";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { linkTimes } from "../link-times";
import { zoneName } from "../zone-name";
import { firstLinkOpensAt } from "./mailed-links-in-words";

type Props = { meeting: MeetingDetails; untold: OutdatedPerson[]; timeZone: string; now: Date };

/** Into the room, in a tab of its own: early only after saying that nobody else can come yet. */
export function StartMeeting({ meeting, untold, timeZone, now }: Props) {
  if (now >= linkTimes(meeting).closesAt) return null;
  const opensAt = firstLinkOpensAt(meeting, untold);
  const action = `/meetings/${meeting.id}/start`;
  if (now < opensAt) {
    const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long" }).format(opensAt);
    const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(opensAt);
    return (
      <Confirm
        label={
          <>
            <Video aria-hidden />
            Start meeting
          </>
        }
        title="Open the room now?"
        description={`Participants’ links open on ${day}, ${time} (${zoneName(timeZone)}).`}
        confirmLabel="Open the room"
        confirmTone="primary"
        closeLabel="Not yet"
        action={action}
        newTab
      />
    );
  }
  const isOver = meeting.endsAt <= now;
  return (
    <form method="post" action={action} target="_blank" rel="noopener">
      <SubmitButton tone={isOver ? "secondary" : "primary"}>
        <Video aria-hidden />
        {isOver ? "Open the room again" : "Start meeting"}
      </SubmitButton>
    </form>
  );
}
