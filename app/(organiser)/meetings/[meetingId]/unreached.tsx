import { Banner } from "@/app/_components/banner";
import type { Unreached, UnreachedPerson } from "@/lib/changes/unreached";
import { inWords } from "../in-words";
import { namesInWords } from "../names-in-words";
import { unreachedInWords } from "../unreached-in-words";
import { resendFailedAction } from "./actions";
import { ResendForm } from "./resend-form";

type Props = { meeting: { id: string; endsAt: Date }; people: UnreachedPerson[]; now: Date };

/** Stays until nobody is left out. */
export function UnreachedPeople({ meeting, people, now }: Props) {
  if (people.length === 0) return null;
  // As lib/changes/write-again.ts has it: nothing more is sent then.
  const over = meeting.endsAt <= now;
  const kept = people.filter((person) => person.kept).length;
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
        !over &&
        people.length > 1 && (
          <ResendForm action={resendFailedAction} values={{ meetingId: meeting.id }} label="Send all again" />
        )
      }
    >
      <p className="wrap-anywhere">{namesInWords(people.map(({ name, email }) => name || email))}</p>
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
    </Banner>
  );
}
