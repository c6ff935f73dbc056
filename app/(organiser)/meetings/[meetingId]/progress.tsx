import { ProgressBar } from "@/app/_components/progress-bar";
import { pageWords } from "@/app/_words/page-words";
import { mailProgress } from "@/lib/meetings/read/find";
import type { RemovedPerson } from "@/lib/meetings/read/removed";
import { LiveRefresh } from "./live/live-refresh";
import type { MeetingView } from "./load";

const whileSendingMs = 1_500;
/** Everything left waits for its next try, which is half a minute away or more. */
const whileWaitingMs = 10_000;

/** While something is undecided: how far it is, and a page that follows. */
export function Progress({ meeting, removed, isCancelled, hasMailServer }: MeetingView) {
  // Whom no mail had reached gets no cancellation either.
  const mails = [...meeting.participants, ...leaving(removed)].filter(
    ({ delivery }) => !isCancelled || delivery?.kind === "CANCELLATION",
  );
  const { total, accepted, failed, storedLocally: notSent, waiting, queued } = mailProgress(mails);
  if (waiting + queued === 0) return null;
  const words = pageWords().deliveries.progress;
  const parts = [
    hasMailServer ? words.accepted(accepted, total) : words.local(accepted, total),
    waiting > 0 && words.retrying(waiting),
    failed > 0 && words.failed(failed),
    notSent > 0 && words.notSent(notSent),
  ];
  return (
    <>
      <ProgressBar
        label={isCancelled ? words.cancelling : words.label}
        done={accepted}
        failed={failed + notSent}
        max={total}
        words={words.all(parts.filter((part) => part !== false))}
      />
      <LiveRefresh everyMs={queued > 0 ? whileSendingMs : whileWaitingMs} />
    </>
  );
}

/** Those whose cancellation is on its way, and those who were taken out together with them. */
function leaving(removed: RemovedPerson[]): RemovedPerson[] {
  const moments = new Set(removed.filter(({ delivery }) => delivery?.status === "QUEUED").map(removedOn));
  return removed.filter((person) => person.delivery?.kind === "CANCELLATION" && moments.has(removedOn(person)));
}

const removedOn = ({ removedAt }: RemovedPerson) => removedAt?.getTime();
