import { LocalTime } from "@/app/_components/local-time";
import { answerHistory } from "@/lib/answers/history";
import { sameTime, type Time } from "@/lib/participants/answered-time";
import { runtime } from "@/lib/runtime";
import { clockRangeAt } from "../clock-range";
import { AnswerBadge, AnswerNote } from "./given-answer";

type Props = { participantId: string; meeting: Time; timeZone: string };

const ways = { WEB: "on the web", MAIL: "from their calendar, by mail" };

/** Every answer of one person of a meeting of one's own, the newest first; nothing where there is none. */
export async function AnswerHistory({ participantId, meeting, timeZone }: Props) {
  const answers = await answerHistory(runtime().db, participantId);
  const otherTime = (time: Time) =>
    sameTime(time, meeting) ? undefined : clockRangeAt(time, timeZone, meeting.startsAt);
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-3">
      <h2 id="answers" className="font-semibold text-base">
        Answers
      </h2>
      <ol className="divide-y divide-line rounded-card border border-line bg-surface">
        {answers.map(({ id, answer, note, proposal, via, createdAt, ...time }) => (
          <li key={id} className="px-4 py-3 sm:px-5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {answer === "NONE" ? (
                "No answer"
              ) : (
                <AnswerBadge answer={answer} isOrganiser={false} about={otherTime(time)} />
              )}
              <span className="text-ink-muted text-sm">
                <LocalTime at={createdAt} timeZone={timeZone} />, {ways[via]}
              </span>
            </div>
            <AnswerNote answerNote={note} proposal={proposal} />
          </li>
        ))}
      </ol>
    </section>
  );
}
