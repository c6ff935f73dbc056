import { Banner } from "@/app/_components/banner";
import type { MeetingDetails } from "@/lib/meetings/find";
import type { RemovedPerson } from "@/lib/meetings/removed";
import { type Unreached, unreachedBy } from "@/lib/meetings/unreached";
import { namesInWords } from "../names-in-words";
import { unreachedInWords } from "../unreached-in-words";
import { resendFailedAction } from "./actions";
import { canResend } from "./can-resend";
import { ResendForm } from "./resend-form";

type Props = { meeting: MeetingDetails; removed: RemovedPerson[]; now: Date };

/** Stays until nobody is left out. */
export function UnreachedPeople({ meeting, removed, now }: Props) {
  const isOff = meeting.status === "CANCELLED";
  const people = [
    ...meeting.participants.map((person) => ({ ...person, removed: false })),
    ...removed.map((person) => ({ ...person, removed: true })),
  ]
    .map((person) => ({ ...person, misses: unreachedBy(person.delivery, isOff || person.removed) }))
    .filter(({ misses }) => misses !== null);
  if (people.length === 0) return null;
  const again = people.filter(({ delivery, removed }) => canResend(meeting, delivery, { now, removed }));
  const of = (kind: Unreached) => people.filter(({ misses }) => misses === kind);
  const sentences = unreachedInWords({
    notInvited: of("invitation").length,
    notUpdated: of("update").length,
    notCancelled: of("cancellation").length,
  });
  return (
    <Banner
      tone="danger"
      title={new Intl.ListFormat("en-GB").format(sentences)}
      action={
        again.length > 1 && (
          <ResendForm action={resendFailedAction} values={{ meetingId: meeting.id }} label="Send all again" />
        )
      }
    >
      <p className="wrap-anywhere">{namesInWords(people.map(({ name, email }) => name || email))}</p>
      <p>
        {again.length === 0
          ? "The mail server’s answer is beside each name. Let them know another way."
          : "The mail server’s answer is beside each name. Once the cause is fixed, send it again; until then, let them know another way."}
      </p>
    </Banner>
  );
}
