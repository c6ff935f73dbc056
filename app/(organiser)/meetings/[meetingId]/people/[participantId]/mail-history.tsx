import { Link } from "@/app/_components/link";
import { LocalTime } from "@/app/_components/local-time";
import { Unfold } from "@/app/_components/unfold";
import { pageWords } from "@/app/_words/page-words";
import type { PersonHistory, SentAttempt, SentMail } from "@/lib/meetings/read/history";
import type { PageWords } from "@/lib/words/en/pages";
import { deliveryState, isStoredLocally, responseText } from "../delivery-state";
import { MailStateText } from "../mail-state-text";

type Props = {
  person: PersonHistory;
  timeZone: string;
  now: Date;
  /** For admins. */
  technical: boolean;
};

/** Every mail with every attempt, the newest first. */
export function MailHistory({ person, timeZone, now, technical }: Props) {
  const words = pageWords();
  if (person.mails.length === 0) return <p className="text-ink-muted">{words.participant.nothingMailed}</p>;
  return (
    <ol className="divide-y divide-line rounded-card border border-line bg-surface">
      {person.mails.map((mail) => (
        <li key={mail.id} className="flex flex-col gap-2 px-4 py-4 sm:px-5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 className="font-medium">{mailName(mail, words)}</h2>
            <span className="text-ink-muted text-sm">
              <LocalTime at={mail.createdAt} timeZone={timeZone} />
            </span>
          </div>
          <div className="text-sm">
            <MailStateText {...deliveryState(mail, words.deliveries, { timeZone, now })} />
          </div>
          <Attempts mail={mail} timeZone={timeZone} />
          {mail.kind !== "NOTICE" && (
            <Link
              href={`/meetings/${person.meeting.id}/people/${person.id}?view=mail&mail=${mail.id}`}
              className="inline-flex min-h-6 items-center self-start text-sm underline underline-offset-2 hover:text-ink"
            >
              {words.participant.preview}
            </Link>
          )}
          {technical && (
            <Unfold title={words.participant.views.technical}>
              <p className="wrap-anywhere text-ink-muted text-sm">
                {words.participant.messageId} <code className="font-mono text-xs">{mail.messageId}</code>
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
  const words = pageWords();
  return (
    <ol aria-label={words.participant.attempts} className="flex flex-col gap-1 border-line border-l-2 pl-3 text-sm">
      {mail.history.map((attempt) => (
        <li key={attempt.number} className="wrap-anywhere">
          <span className="text-ink-muted">
            <LocalTime at={attempt.at} timeZone={timeZone} />
            {": "}
          </span>
          {attemptText(attempt, words)}
        </li>
      ))}
    </ol>
  );
}

/** `Update: time and title`. */
function mailName(
  { kind, notice, changes, reminder }: SentMail,
  { participant, reminders, review }: PageWords,
): string {
  if (kind === "UPDATE")
    return changes.length > 0 ? participant.updateOf(review.changes(changes)) : participant.sentAgain;
  if (kind === "REMINDER" && reminder) return participant.reminder(reminders.before([reminder.minutesBefore]));
  if (notice) return notice === "ANSWERS" ? participant.noticeOfAnswers : participant.noticeOfFailures;
  return participant.kinds[kind];
}

/** `Deferred: the mail server said “451 4.7.1 Come back later”`. */
export function attemptText(attempt: SentAttempt, { participant, deliveries }: PageWords): string {
  if (isStoredLocally(attempt)) return deliveries.notSent.mail;
  return participant.attempt[attempt.result](responseText(attempt, deliveries));
}
