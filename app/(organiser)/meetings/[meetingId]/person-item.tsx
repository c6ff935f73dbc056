import { Badge } from "@/app/_components/badge";
import type { Change } from "@/lib/mail/message/change";
import type { ShownPerson } from "@/lib/meetings/read/find";
import { resendAction } from "./actions";
import { resendLabel } from "./can-resend";
import { deliveryInWords, sentAgain } from "./delivery-in-words";
import { changesInWords } from "./edit/change-in-words";
import { AnswerBadge, AnswerNote } from "./given-answer";
import { MailState } from "./mail-state";
import { MailsLink, PersonName } from "./person-name";
import { ResendForm } from "./resend-form";

type Props = {
  meetingId: string;
  person: ShownPerson;
  situation: Parameters<typeof deliveryInWords>[1];
  canResend: boolean;
  /** What was changed without telling them. */
  notTold?: Change[];
  /** The time that an answer is about, where that is not the meeting's. */
  answerFor?: string;
};

export function PersonItem({ meetingId, person, situation, canResend, notTold, answerFor }: Props) {
  const { id, name, email, role, isOrganiser, delivery } = person;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_9rem] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2">
          <PersonName meetingId={meetingId} {...person} />
          {role === "MODERATOR" && <Badge>Moderator</Badge>}
          <AnswerBadge {...person} {...person.otherAnswer} about={answerFor} />
        </div>
        <p className="wrap-anywhere text-ink-muted text-sm">
          {[name && email, isOrganiser && "Organiser"].filter(Boolean).join(" · ")}
        </p>
        <AnswerNote {...person} />
      </div>
      <div className="min-w-0 text-sm phone:col-span-2 phone:row-start-2">
        <MailState {...deliveryInWords(delivery, situation)} />
        {notTold && <MailState tone="warning" words={`Not told: ${changesInWords(notTold)}`} />}
        <MailsLink meetingId={meetingId} id={id} />
      </div>
      {/* On a phone beside the name. */}
      {delivery && (
        <div className="phone:col-start-2 phone:row-start-1 phone:max-w-36">
          <ResendForm
            action={resendAction}
            values={{ meetingId, participantId: id }}
            label={resendLabel(delivery)}
            describedBy={`person-${id}`}
            usable={canResend}
            outcome={sentAgain(delivery)}
          />
        </div>
      )}
    </li>
  );
}
