import { Banner } from "@/app/_components/banner";
import type { MeetingDetails } from "@/lib/meetings/find";
import { inWords } from "../in-words";
import { resendFailedAction } from "./actions";
import { canResend } from "./can-resend";
import { ResendForm } from "./resend-form";

const mostNamed = 3;

/** Stays until nobody is left out. */
export function NotInvited({ meeting, now }: { meeting: MeetingDetails; now: Date }) {
  const failed = meeting.participants.filter(({ delivery }) => delivery?.status === "FAILED");
  if (failed.length === 0) return null;
  const again = failed.filter(({ delivery }) => canResend(meeting, delivery, now));
  const cancelled = meeting.status === "CANCELLED";
  const who = inWords(failed.length, "person has", "people have");
  return (
    <Banner
      tone="danger"
      title={cancelled ? `${who} not been told that the meeting is cancelled` : `${who} not been invited`}
      action={
        again.length > 1 && (
          <ResendForm action={resendFailedAction} values={{ meetingId: meeting.id }} label="Send all again" />
        )
      }
    >
      <p className="wrap-anywhere">{namesOf(failed.map(({ name, email }) => name || email))}</p>
      <p>
        {again.length === 0
          ? "The mail server’s answer is beside each name. Let them know another way."
          : "The mail server’s answer is beside each name. Once the cause is fixed, send it again; until then, let them know another way."}
      </p>
    </Banner>
  );
}

function namesOf(names: string[]): string {
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed);
  if (more > 0) shown.push(inWords(more, "other"));
  return new Intl.ListFormat("en-GB").format(shown);
}
