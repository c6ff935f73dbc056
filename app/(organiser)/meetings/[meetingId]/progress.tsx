import { ProgressBar } from "@/app/_components/progress-bar";
import type { MeetingDetails } from "@/lib/meetings/find";
import { runtime } from "@/lib/runtime";
import { takenBy } from "./delivery-in-words";
import { LiveRefresh } from "./live-refresh";

const whileSendingMs = 1_500;
/** Everything left waits for its next try, which is half a minute away or more. */
const whileWaitingMs = 10_000;

/** While something is undecided: how far it is, and a page that follows. */
export function Progress({ meeting }: { meeting: MeetingDetails }) {
  const { total, accepted, failed, waiting, queued } = meeting.progress;
  const undecided = waiting + queued > 0;
  const cancelled = meeting.status === "CANCELLED";
  const by = takenBy({ local: runtime().env.smtpUrl === null });
  const parts = [
    `${accepted.toLocaleString("en")} of ${total.toLocaleString("en")} accepted by ${by}`,
    waiting > 0 && `${waiting} to be tried again`,
    failed > 0 && `${failed} failed`,
  ];
  return (
    <>
      <p role="status" className="sr-only">
        {!undecided && failed === 0 && `All ${total} mails were accepted by ${by}.`}
      </p>
      {undecided && (
        <>
          <ProgressBar
            label={cancelled ? "Sending cancellations" : "Sending invitations"}
            value={accepted + failed}
            max={total}
            words={parts.filter(Boolean).join(", ")}
          />
          <LiveRefresh everyMs={queued > 0 ? whileSendingMs : whileWaitingMs} />
        </>
      )}
    </>
  );
}
