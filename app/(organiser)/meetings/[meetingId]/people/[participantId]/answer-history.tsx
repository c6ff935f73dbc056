import { LocalTime } from "@/app/_components/local-time";
import { pageWords } from "@/app/_words/page-words";
import { answerHistory } from "@/lib/answers/find";
import { runtime } from "@/lib/runtime";
import { sameTime, type Time } from "@/lib/time/start-and-end";
import { zoneName } from "@/lib/time/when";
import { clockAt, clockRangeAt } from "../../../clock";
import { AnswerBadge, AnswerNote } from "../given-answer";

type Props = { participantId: string; meeting: Time; timeZone: string };

/** Every answer of one person of a meeting of one's own, the newest first; nothing where there is none. */
export async function AnswerHistory({ participantId, meeting, timeZone }: Props) {
  const answers = await answerHistory(runtime().db, participantId);
  if (answers.length === 0) return null;
  const { participant: words, meetingPage } = pageWords();
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-3">
      <h2 id="answers" className="font-semibold text-base">
        {words.answers}
      </h2>
      <ol className="divide-y divide-line rounded-card border border-line bg-surface">
        {answers.map(({ id, answer, note, via, createdAt, time, occurrence, proposal }) => (
          <li key={id} className="px-4 py-3 sm:px-5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {answer === "NONE" ? (
                words.noAnswer
              ) : (
                <AnswerBadge answer={answer} isOrganiser={false} isForOtherTime={!time || !sameTime(time, meeting)} />
              )}
              <span className="text-ink-muted text-sm">
                <LocalTime at={createdAt} timeZone={timeZone} />
                {`, ${words.via[via]}`}
              </span>
            </div>
            {occurrence && <p className="text-ink-muted text-sm">{occurrenceInWords(occurrence, meeting, timeZone)}</p>}
            {answer !== "NONE" && time && !sameTime(time, meeting) && (
              <p className="text-ink-muted text-sm">
                {meetingPage.answers.forOtherTime(clockRangeAt(time, timeZone, meeting.startsAt), zoneName(timeZone))}
              </p>
            )}
            <AnswerNote answerNote={note} proposal={proposal} timeZone={timeZone} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Which occurrence a calendar's reply named that the meeting does not have. */
function occurrenceInWords({ startsAt }: { startsAt: Date | null }, meeting: Time, timeZone: string): string {
  const words = pageWords().meetingPage.answers;
  return startsAt
    ? words.forOtherTime(clockAt(startsAt, timeZone, meeting.startsAt), zoneName(timeZone))
    : words.forUnreadableTime;
}
