import { ProgressBar } from "@/app/_components/progress-bar";
import { type MeetingDetails, mailProgress } from "@/lib/meetings/read/find";
import type { RemovedPerson } from "@/lib/meetings/read/removed";
import { runtime } from "@/lib/runtime";
import { taken } from "./delivery-in-words";
import { LiveRefresh } from "./live-refresh";

const whileSendingMs = 1_500;
/** Everything left waits for its next try, which is half a minute away or more. */
const whileWaitingMs = 10_000;

/** Those whose cancellation is on its way, and those who were taken out together with them. */
function leaving(removed: RemovedPerson[]): RemovedPerson[] {
  const moments = new Set(removed.filter(({ delivery }) => delivery?.status === "QUEUED").map(movedOut));
  return removed.filter((person) => person.delivery?.kind === "CANCELLATION" && moments.has(movedOut(person)));
}

const movedOut = ({ removedAt }: RemovedPerson) => removedAt?.getTime();

/** While something is undecided: how far it is, and a page that follows. */
export function Progress({ meeting, removed }: { meeting: MeetingDetails; removed: RemovedPerson[] }) {
  const cancelled = meeting.status === "CANCELLED";
  // Whom no mail had reached gets no cancellation either.
  const mails = [...meeting.participants, ...leaving(removed)].filter(
    ({ delivery }) => !cancelled || delivery?.kind === "CANCELLATION",
  );
  const { total, accepted, failed, storedLocally, waiting, queued } = mailProgress(mails);
  if (waiting + queued === 0) return null;
  const { done } = taken({ local: runtime().mail.latest().server === null });
  const parts = [
    `${accepted.toLocaleString("en")} of ${total.toLocaleString("en")} ${done}`,
    waiting > 0 && `${waiting} to be tried again`,
    failed > 0 && `${failed} failed`,
    storedLocally > 0 && `${storedLocally} kept on this machine, not sent out`,
  ];
  return (
    <>
      <ProgressBar
        label={cancelled ? "Sending cancellations" : "Sending mails"}
        done={accepted}
        failed={failed + storedLocally}
        max={total}
        words={parts.filter(Boolean).join(", ")}
      />
      <LiveRefresh everyMs={queued > 0 ? whileSendingMs : whileWaitingMs} />
    </>
  );
}
