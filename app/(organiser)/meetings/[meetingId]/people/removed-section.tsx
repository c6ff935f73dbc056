import { ChevronRight } from "lucide-react";
import { pageWords } from "@/app/_words/page-words";
import type { RemovedPerson } from "@/lib/meetings/read/removed";
import { zonedClockAt } from "../../clock";
import { resendAction } from "../actions";
import type { MeetingView } from "../load";
import { canResend, resendLabel } from "./can-resend";
import { deliveryState, resendOutcome } from "./delivery-state";
import { MailStateText } from "./mail-state-text";
import { MailsLink, PersonName } from "./person-item";
import { ResendForm } from "./resend-form";

/** Who was taken out, and whether their calendars were told: one open list where somebody's was not. */
export function RemovedSection({ meeting, removed, timeZone, now }: MeetingView) {
  if (removed.length === 0) return null;
  const { meetingPage, deliveries } = pageWords();
  const words = meetingPage.people;
  const isUnsettled = ({ delivery }: RemovedPerson) =>
    delivery?.kind === "CANCELLATION" && delivery.status !== "ACCEPTED";
  const mailState = ({ delivery }: RemovedPerson) =>
    delivery?.kind === "CANCELLATION"
      ? deliveryState(delivery, deliveries, { timeZone, now })
      : { tone: "neutral" as const, text: words.noCancellation };
  return (
    <details open={removed.some(isUnsettled)} className="group/removed">
      <summary className="inline-flex min-h-11 list-none items-center gap-1 font-semibold hover:underline">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open/removed:rotate-90" />
        {words.removed(removed.length)}
      </summary>
      <ul className="mt-1 divide-y divide-line rounded-card border border-line bg-surface">
        {removed.map((person) => {
          const { id, name, email, removedAt, delivery } = person;
          return (
            <li
              key={id}
              className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_9rem] sm:px-5"
            >
              <div className="min-w-0">
                <PersonName meetingId={meeting.id} id={id} name={name} email={email} />
                <p className="wrap-anywhere text-ink-muted text-sm">
                  {[name && email, words.removedAt(zonedClockAt(removedAt!, timeZone, now))]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              <div className="min-w-0 text-sm">
                <MailStateText {...mailState(person)} />
                <MailsLink meetingId={meeting.id} id={id} />
              </div>
              {delivery && (
                <ResendForm
                  action={resendAction}
                  values={{ meetingId: meeting.id, participantId: id }}
                  label={resendLabel(delivery, deliveries)}
                  describedBy={`person-${id}`}
                  usable={canResend(meeting, delivery, { now, removed: true })}
                  outcome={resendOutcome(delivery, deliveries)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
