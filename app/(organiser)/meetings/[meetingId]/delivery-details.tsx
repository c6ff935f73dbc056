import { ChevronRight } from "lucide-react";
import { DataList } from "@/app/_components/data-list";
import { formatShort } from "@/lib/invitations/when";
import type { ShownDelivery } from "@/lib/meetings/find";
import { zoneName } from "../zone-name";

type Props = { delivery: ShownDelivery; timeZone: string; about: string };

/** What a mail administrator asks for when a mail is missing. */
export function DeliveryDetails({ delivery, timeZone, about }: Props) {
  const { kind, attempts, responseCode, response, settledAt, nextAttemptAt, messageId } = delivery;
  const time = (at: Date) => `${formatShort(at, timeZone)} (${zoneName(timeZone)})`;
  const items = [
    { term: "Mail", detail: kind === "CANCELLATION" ? "Cancellation" : "Invitation" },
    { term: "Attempts", detail: attempts },
    response && { term: "Last answer", detail: response },
    responseCode !== null && { term: "Code", detail: responseCode },
    settledAt && { term: "Decided", detail: time(settledAt) },
    nextAttemptAt && attempts > 0 && { term: "Next try", detail: time(nextAttemptAt) },
    { term: "Message-ID", detail: <code className="font-mono text-xs">{messageId}</code> },
  ];
  return (
    <details className="group">
      <summary
        aria-label={`Details of the mail to ${about}`}
        className="inline-flex min-h-6 list-none items-center gap-1 text-ink-muted hover:text-ink"
      >
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        Details
      </summary>
      <div className="mt-2">
        <DataList items={items.filter((item) => typeof item === "object" && item !== null)} />
      </div>
    </details>
  );
}
