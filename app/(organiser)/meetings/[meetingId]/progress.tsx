import { ProgressBar } from "@/app/_components/progress-bar";
import type { MeetingDetails } from "@/lib/meetings/find";
import type { RemovedPerson } from "@/lib/meetings/removed";
import { runtime } from "@/lib/runtime";
import { taken } from "./delivery-in-words";
import { LiveRefresh } from "./live-refresh";

const whileSendingMs = 1_500;
/** Everything left waits for its next try, which is half a minute away or more. */
const whileWaitingMs = 10_000;

/** While something is undecided: how far it is, and a page that follows. */
export function Progress({ meeting, removed }: { meeting: MeetingDetails; removed: RemovedPerson[] }) {
  const { total, accepted, failed, kept, waiting, queued } = meeting.progress;
  if (waiting + queued === 0) {
    // Those who are out do not count, and their cancellations are followed all the same.
    const leaving = removed.some(({ delivery }) => delivery?.status === "QUEUED");
    return leaving && <LiveRefresh everyMs={whileSendingMs} />;
  }
  const cancelled = meeting.status === "CANCELLED";
  const { done } = taken({ local: runtime().mail.latest().server === null });
  const parts = [
    `${accepted.toLocaleString("en")} of ${total.toLocaleString("en")} ${done}`,
    waiting > 0 && `${waiting} to be tried again`,
    failed > 0 && `${failed} failed`,
    kept > 0 && `${kept} kept on this machine, not sent out`,
  ];
  return (
    <>
      <ProgressBar
        label={cancelled ? "Sending cancellations" : "Sending mails"}
        value={accepted + failed + kept}
        max={total}
        words={parts.filter(Boolean).join(", ")}
      />
      <LiveRefresh everyMs={queued > 0 ? whileSendingMs : whileWaitingMs} />
    </>
  );
}
