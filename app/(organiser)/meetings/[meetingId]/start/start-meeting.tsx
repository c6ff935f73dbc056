import { Video } from "lucide-react";
import { Confirm } from "@/app/_components/confirm";
import { SubmitButton } from "@/app/_components/submit-button";
import { pageLocale } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { linkTimes } from "@/lib/links/token-window";
import { zoneName } from "@/lib/time/when";
import type { MeetingView } from "../load";
import { firstLinkOpensAt } from "../mailed-links";

/** Into the room, in a tab of its own: early only after saying that nobody else can come yet. */
export function StartMeeting({ meeting, outdated, timeZone, now, isOver }: MeetingView) {
  if (now >= linkTimes(meeting).closesAt) return null;
  const words = pageWords().meetingPage;
  const opensAt = firstLinkOpensAt(meeting, outdated);
  const action = `/meetings/${meeting.id}/start`;
  if (now < opensAt) {
    const day = new Intl.DateTimeFormat(pageLocale, { timeZone, day: "numeric", month: "long" }).format(opensAt);
    const time = new Intl.DateTimeFormat(pageLocale, { timeZone, hour: "2-digit", minute: "2-digit" }).format(opensAt);
    return (
      <Confirm
        label={
          <>
            <Video aria-hidden />
            {words.start}
          </>
        }
        title={words.openNow}
        description={words.linksOpenOn(day, time, zoneName(timeZone))}
        confirmLabel={words.open}
        confirmTone="primary"
        closeLabel={words.notYet}
        action={action}
        newTab
      />
    );
  }
  return (
    <form method="post" action={action} target="_blank" rel="noopener">
      <SubmitButton tone={isOver ? "secondary" : "primary"}>
        <Video aria-hidden />
        {isOver ? words.startAgain : words.start}
      </SubmitButton>
    </form>
  );
}
