import { CircleAlert, CircleCheck, Clock, LoaderCircle, Minus } from "lucide-react";
import { Badge } from "@/app/_components/badge";
import { classNames } from "@/app/_components/class-names";
import type { Tone } from "@/app/_components/tone";
import type { ShownPerson } from "@/lib/meetings/find";
import { resendAction } from "./actions";
import { DeliveryDetails } from "./delivery-details";
import { deliveryInWords, sentAgain } from "./delivery-in-words";
import { AnswerBadge, AnswerNote } from "./given-answer";
import { ResendForm } from "./resend-form";

type Props = {
  meetingId: string;
  person: ShownPerson;
  situation: Parameters<typeof deliveryInWords>[1];
  canResend: boolean;
};

const looks: Record<Tone, { icon: typeof Minus; className: string }> = {
  neutral: { icon: Minus, className: "text-ink-muted" },
  info: { icon: LoaderCircle, className: "text-ink-muted" },
  success: { icon: CircleCheck, className: "text-success" },
  warning: { icon: Clock, className: "text-warning" },
  danger: { icon: CircleAlert, className: "text-danger" },
};

export function PersonItem({ meetingId, person, situation, canResend }: Props) {
  const { id, name, email, role, isOrganiser, delivery } = person;
  const { tone, words } = deliveryInWords(delivery, situation);
  const { icon: Icon, className } = looks[tone];
  const nameId = `person-${id}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_9rem] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2">
          <p id={nameId} className="wrap-anywhere min-w-0 font-medium">
            {name || email}
          </p>
          {role === "MODERATOR" && <Badge>Moderator</Badge>}
          <AnswerBadge {...person} />
        </div>
        <p className="wrap-anywhere text-ink-muted text-sm">
          {[name && email, isOrganiser && "Organiser"].filter(Boolean).join(" · ")}
        </p>
        <AnswerNote {...person} />
      </div>
      <div className="min-w-0 text-sm phone:col-span-2 phone:row-start-2">
        <p className={classNames("flex gap-1.5", className)}>
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="wrap-anywhere min-w-0">{words}</span>
        </p>
        {delivery && <DeliveryDetails delivery={delivery} timeZone={situation.timeZone} about={name || email} />}
      </div>
      {/* At the top, also beside unfolded details; on a phone beside the name. */}
      {delivery && (
        <div className="phone:col-start-2 phone:row-start-1 phone:max-w-36">
          <ResendForm
            action={resendAction}
            values={{ meetingId, participantId: id }}
            label={delivery.status === "QUEUED" && delivery.attempts > 0 ? "Try now" : "Send again"}
            describedBy={nameId}
            usable={canResend}
            outcome={sentAgain(delivery)}
          />
        </div>
      )}
    </li>
  );
}
