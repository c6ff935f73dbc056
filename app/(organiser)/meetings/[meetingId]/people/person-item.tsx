import { Badge } from "@/app/_components/badge";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import type { ShownPerson } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { zoneName } from "@/lib/time/when";
import { clockRangeAt } from "../../clock";
import { resendAction } from "../actions";
import type { MeetingView } from "../load";
import { canResend, resendLabel } from "./can-resend";
import { deliveryState, resendOutcome } from "./delivery-state";
import { AnswerBadge, AnswerNote } from "./given-answer";
import { MailStateText } from "./mail-state-text";
import { ResendForm } from "./resend-form";

type Props = {
  person: ShownPerson;
  view: MeetingView;
  /** What they do not know yet. */
  outdated?: OutdatedPerson["changes"];
};

export function PersonItem({ person, view, outdated }: Props) {
  const { id, name, email, role, isOrganiser, delivery, otherAnswer } = person;
  const { meeting, timeZone, now } = view;
  const { meetingPage, deliveries, problems, review } = pageWords();
  const words = meetingPage.people;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_9rem] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2">
          <PersonName meetingId={meeting.id} {...person} />
          {role === "MODERATOR" && <Badge>{words.moderator}</Badge>}
          <AnswerBadge {...person} {...otherAnswer} isForOtherTime={otherAnswer !== null} />
        </div>
        <p className="wrap-anywhere text-ink-muted text-sm">
          {[name && email, isOrganiser && words.organiser].filter(Boolean).join(" · ")}
        </p>
        {otherAnswer && (
          <p className="text-ink-muted text-sm">
            {meetingPage.answers.forOtherTime(
              clockRangeAt(otherAnswer, timeZone, meeting.startsAt),
              zoneName(timeZone),
            )}
          </p>
        )}
        <AnswerNote {...person} timeZone={timeZone} />
      </div>
      <div className="min-w-0 text-sm phone:col-span-2 phone:row-start-2">
        <MailStateText {...deliveryState(delivery, deliveries, view)} />
        {outdated && <MailStateText tone="warning" text={problems.outdated.person(review.changes(outdated))} />}
        <MailsLink meetingId={meeting.id} id={id} />
      </div>
      {/* On a phone beside the name. */}
      {delivery && (
        <div className="phone:col-start-2 phone:row-start-1 phone:max-w-36">
          <ResendForm
            action={resendAction}
            values={{ meetingId: meeting.id, participantId: id }}
            label={resendLabel(delivery, deliveries)}
            describedBy={`person-${id}`}
            usable={canResend(meeting, delivery, { now })}
            outcome={resendOutcome(delivery, deliveries)}
          />
        </div>
      )}
    </li>
  );
}

/** What the buttons beside it are about, and the way to all that is known of this person. */
export function PersonName({
  meetingId,
  id,
  name,
  email,
}: Pick<ShownPerson, "id" | "name" | "email"> & { meetingId: string }) {
  return (
    <p id={`person-${id}`} className="wrap-anywhere min-w-0 font-medium">
      <Link href={`/meetings/${meetingId}/people/${id}`} className="hover:underline">
        {name || email}
      </Link>
    </p>
  );
}

/** To everything that was mailed to this person; named by both, so that a list of links tells them apart. */
export function MailsLink({ meetingId, id }: { meetingId: string; id: string }) {
  return (
    <Link
      href={`/meetings/${meetingId}/people/${id}`}
      id={`mails-${id}`}
      aria-labelledby={`mails-${id} person-${id}`}
      className="inline-flex min-h-6 items-center text-ink-muted underline underline-offset-2 hover:text-ink"
    >
      {pageWords().meetingPage.people.mails}
    </Link>
  );
}
