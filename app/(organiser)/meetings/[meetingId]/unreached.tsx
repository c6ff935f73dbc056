import { Banner } from "@/app/_components/banner";
import type { Missed, UndeliveredPerson } from "@/lib/meetings/read/undelivered";
import { inWords } from "../in-words";
import { namesInWords } from "../names-in-words";
import { unreachedTitle } from "../unreached-in-words";
import { resendFailedAction } from "./actions";
import { ResendForm } from "./resend-form";
import { waitingInWords } from "./waiting-in-words";

type Props = { meeting: { id: string; endsAt: Date }; people: UndeliveredPerson[]; timeZone: string; now: Date };

/** Stays until nobody is left out. */
export function UnreachedPeople({ meeting, people, timeZone, now }: Props) {
  const waiting = people.filter(({ state }) => state === "deferred");
  const givenUp = people.filter(({ state }) => state !== "deferred");
  const title = unreachedTitle({
    notInvited: missing(givenUp, "invitation"),
    notUpdated: missing(givenUp, "update"),
    notCancelled: missing(givenUp, "cancellation"),
    notInvitedYet: missing(waiting, "invitation"),
    notUpdatedYet: missing(waiting, "update"),
    notCancelledYet: missing(waiting, "cancellation"),
  });
  if (!title) return null;
  // As lib/meetings/resend-people.ts has it: nothing more is sent then.
  const over = meeting.endsAt <= now;
  const label = waiting.length === 0 ? "Send all again" : givenUp.length === 0 ? "Try all now" : "Try all again";
  return (
    <Banner
      {...title}
      action={
        !over &&
        people.length > 1 && <ResendForm action={resendFailedAction} values={{ meetingId: meeting.id }} label={label} />
      }
    >
      <div className="flex flex-col gap-2">
        {givenUp.length > 0 && <GivenUp people={givenUp} over={over} />}
        {waiting.length > 0 && (
          <div>
            <Names people={waiting} />
            {/* Announced: pressing the button changes nothing else at once. */}
            <p role="status">{waitingInWords(waiting, { timeZone, now })}</p>
          </div>
        )}
      </div>
    </Banner>
  );
}

const missing = (people: UndeliveredPerson[], what: Missed) => people.filter(({ misses }) => misses === what).length;

function Names({ people }: { people: UndeliveredPerson[] }) {
  return <p className="wrap-anywhere">{namesInWords(people.map(({ name, email }) => name || email))}</p>;
}

function GivenUp({ people, over }: { people: UndeliveredPerson[]; over: boolean }) {
  const kept = people.filter(({ state }) => state === "stored-locally").length;
  return (
    <div>
      <Names people={people} />
      {kept > 0 && (
        <p>
          {inWords(kept, "mail was", "mails were")} kept on this machine and not sent out: no mail server was set then.
          {!over && " Now they can be sent."}
        </p>
      )}
      {kept < people.length && (
        <p>
          {over
            ? "The mail server’s answer is beside each name. Let them know another way."
            : "The mail server’s answer is beside each name. Once the cause is fixed, send it again; until then, let them know another way."}
        </p>
      )}
    </div>
  );
}
