import { ChevronRight } from "lucide-react";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { RemovedPerson } from "@/lib/meetings/read/removed";
import { clockAt } from "../clock-range";
import { resendAction } from "./actions";
import { canResend, resendLabel } from "./can-resend";
import { deliveryInWords, sentAgain } from "./delivery-in-words";
import { MailState } from "./mail-state";
import { MailsLink, PersonName } from "./person-name";
import { ResendForm } from "./resend-form";

type Props = { meeting: MeetingDetails; people: RemovedPerson[]; timeZone: string; now: Date };

/** Who was taken out, and whether their calendars were told: one open list where somebody was not. */
export function RemovedSection({ meeting, people, timeZone, now }: Props) {
  if (people.length === 0) return null;
  const isUnsettled = ({ delivery }: RemovedPerson) =>
    delivery?.kind === "CANCELLATION" && delivery.status !== "ACCEPTED";
  return (
    <details open={people.some(isUnsettled)} className="group/removed">
      <summary className="inline-flex min-h-11 list-none items-center gap-1 font-semibold hover:underline">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open/removed:rotate-90" />
        Removed · {people.length.toLocaleString("en")}
      </summary>
      <ul className="mt-1 divide-y divide-line rounded-card border border-line bg-surface">
        {people.map(({ id, name, email, removedAt, delivery }) => (
          <li
            key={id}
            className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_9rem] sm:px-5"
          >
            <div className="min-w-0">
              <PersonName meetingId={meeting.id} id={id} name={name} email={email} />
              <p className="wrap-anywhere text-ink-muted text-sm">
                {[name && email, `removed at ${clockAt(removedAt!, timeZone, now)}`].filter(Boolean).join(" · ")}
              </p>
            </div>
            <div className="min-w-0 text-sm">
              {delivery?.kind === "CANCELLATION" ? (
                <MailState {...deliveryInWords(delivery, { timeZone, now })} />
              ) : (
                <MailState tone="neutral" words="No cancellation: no invitation had reached them" />
              )}
              <MailsLink meetingId={meeting.id} id={id} />
            </div>
            {delivery && (
              <ResendForm
                action={resendAction}
                values={{ meetingId: meeting.id, participantId: id }}
                label={resendLabel(delivery)}
                describedBy={`person-${id}`}
                usable={canResend(meeting, delivery, { now, removed: true })}
                outcome={sentAgain(delivery)}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
