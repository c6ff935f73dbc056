import Link from "next/link";
import { LocalTime } from "@/app/_components/local-time";
import { Unfold } from "@/app/_components/unfold";
import type { PersonHistory, SentMail } from "@/lib/meetings/read/history";
import { deliveryInWords } from "../../delivery-in-words";
import { MailState } from "../../mail-state";
import { attemptInWords, mailInWords } from "./mail-in-words";

type Props = {
  person: PersonHistory;
  timeZone: string;
  now: Date;
  /** For admins. */
  technical: boolean;
};

/** Every mail with every attempt, the newest first. */
export function MailHistory({ person, timeZone, now, technical }: Props) {
  if (person.mails.length === 0) return <p className="text-ink-muted">Nothing was mailed to this person.</p>;
  return (
    <ol className="divide-y divide-line rounded-card border border-line bg-surface">
      {person.mails.map((mail) => (
        <li key={mail.id} className="flex flex-col gap-2 px-4 py-4 sm:px-5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 className="font-medium">{mailInWords(mail)}</h2>
            <span className="text-ink-muted text-sm">
              <LocalTime at={mail.createdAt} timeZone={timeZone} />
            </span>
          </div>
          <div className="text-sm">
            <MailState {...deliveryInWords(mail, { timeZone, now })} />
          </div>
          <Attempts mail={mail} timeZone={timeZone} />
          {mail.kind !== "NOTICE" && (
            <Link
              href={`/meetings/${person.meeting.id}/people/${person.id}?view=mail&mail=${mail.id}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center self-start text-sm underline underline-offset-2 hover:text-ink"
            >
              Look at this mail
            </Link>
          )}
          {technical && (
            <Unfold title="Technical details">
              <p className="wrap-anywhere text-ink-muted text-sm">
                Message-ID <code className="font-mono text-xs">{mail.messageId}</code>
              </p>
            </Unfold>
          )}
        </li>
      ))}
    </ol>
  );
}

function Attempts({ mail, timeZone }: { mail: SentMail; timeZone: string }) {
  if (mail.history.length === 0) return null;
  return (
    <ol aria-label="Attempts, the newest first" className="flex flex-col gap-1 border-line border-l-2 pl-3 text-sm">
      {mail.history.map((attempt) => (
        <li key={attempt.number} className="wrap-anywhere">
          <span className="text-ink-muted">
            <LocalTime at={attempt.at} timeZone={timeZone} />:
          </span>{" "}
          {attemptInWords(attempt)}
        </li>
      ))}
    </ol>
  );
}
