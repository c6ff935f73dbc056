import { Check, CircleHelp, X } from "lucide-react";
import { Badge } from "@/app/_components/badge";
import type { Tone } from "@/app/_components/tone";
import { pageWords } from "@/app/_words/page-words";
import type { ShownPerson } from "@/lib/meetings/read/find";
import { formatProposal } from "@/lib/time/when";

type Given = Exclude<ShownPerson["answer"], "NONE">;

const looks: Record<Given, { tone: Tone; icon: typeof Check }> = {
  ACCEPTED: { tone: "success", icon: Check },
  TENTATIVE: { tone: "warning", icon: CircleHelp },
  DECLINED: { tone: "danger", icon: X },
};

type Props = Pick<ShownPerson, "answer" | "isOrganiser"> & {
  /** It is no answer to the meeting's time. */
  isForOtherTime: boolean;
};

/** Nothing where nothing was answered; the organiser is not asked. */
export function AnswerBadge({ answer, isOrganiser, isForOtherTime }: Props) {
  if (answer === "NONE" || isOrganiser) return null;
  const { tone, icon } = looks[answer];
  return (
    <Badge tone={isForOtherTime ? "neutral" : tone} icon={icon}>
      {pageWords().meetingPage.answers[answer]}
    </Badge>
  );
}

type NoteProps = Pick<ShownPerson, "answerNote" | "proposal"> & {
  /** Of the reader. */
  timeZone: string;
};

/** What somebody wrote with their answer, and which other time their calendar proposed. */
export function AnswerNote({ answerNote, proposal, timeZone }: NoteProps) {
  if (!answerNote && !proposal) return null;
  return (
    <div className="mt-1 flex flex-col gap-1 border-line border-l-2 pl-2.5 text-sm">
      {proposal && (
        <p className="wrap-anywhere">
          {pageWords().meetingPage.answers.proposes} {formatProposal(proposal, timeZone)}
        </p>
      )}
      {answerNote && (
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          {answerNote}
        </p>
      )}
    </div>
  );
}
