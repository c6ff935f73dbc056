import { Pencil } from "lucide-react";
import { LinkButton } from "@/app/_components/button";
import { Confirm } from "@/app/_components/confirm";
import { pageWords } from "@/app/_words/page-words";
import type { PageWords } from "@/lib/words/en/pages";
import { zonedClockAt } from "../clock";
import { cancelMeetingAction } from "./actions";
import type { MeetingView } from "./load";
import { StartMeeting } from "./start/start-meeting";

export function MeetingActions(view: MeetingView) {
  const { meeting, isOver } = view;
  const words = pageWords().meetingPage;
  if (isOver) return <StartMeeting {...view} />;
  return (
    <>
      <StartMeeting {...view} />
      <LinkButton href={`/meetings/${meeting.id}/edit`}>
        <Pencil aria-hidden />
        {words.edit}
      </LinkButton>
      <Confirm
        label={words.cancel.label}
        tone="quiet"
        title={words.cancel.title}
        description={whatCancellingDoes(view, words.cancel)}
        confirmLabel={words.cancel.label}
        pendingLabel={words.cancel.cancelling}
        closeLabel={words.cancel.keep}
        action={cancelMeetingAction}
      >
        <input type="hidden" name="meetingId" value={meeting.id} />
      </Confirm>
    </>
  );
}

type Words = PageWords["meetingPage"]["cancel"];

/** What cancelling does, and what it cannot do. */
function whatCancellingDoes({ meeting, linksEndAt, timeZone, now }: MeetingView, words: Words): string {
  const others = meeting.participants.length - 1;
  const done = others === 0 ? words.onlyYou : words.youAnd(others);
  return linksEndAt ? `${done} ${words.linksWork(zonedClockAt(linksEndAt, timeZone, now))}` : done;
}
