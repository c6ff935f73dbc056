import { CircleAlert, CircleCheck, Clock, LoaderCircle, Minus } from "lucide-react";
import { classNames } from "@/app/_components/class-names";
import type { Tone } from "@/app/_components/tone";
import type { ShownPerson } from "@/lib/meetings/find";
import { resendAction } from "./actions";
import { DeliveryDetails } from "./delivery-details";
import { deliveryInWords } from "./delivery-in-words";
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
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_8rem]">
      <div className="min-w-0">
        <p id={nameId} className="wrap-anywhere font-medium">
          {name || email}
        </p>
        <p className="wrap-anywhere text-ink-muted text-sm">
          {name && `${email} · `}
          {isOrganiser ? "Organiser" : role === "MODERATOR" ? "Moderator" : "Participant"}
        </p>
      </div>
      <div className="min-w-0 text-sm">
        <p className={classNames("flex gap-1.5", className)}>
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="wrap-anywhere min-w-0">{words}</span>
        </p>
        {delivery && <DeliveryDetails delivery={delivery} timeZone={situation.timeZone} about={name || email} />}
      </div>
      {delivery && canResend && (
        <ResendForm
          action={resendAction}
          values={{ meetingId, participantId: id }}
          label={delivery.status === "QUEUED" ? "Try now" : "Send again"}
          describedBy={nameId}
        />
      )}
    </li>
  );
}
