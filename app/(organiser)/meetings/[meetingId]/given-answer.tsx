import { Check, CircleHelp, X } from "lucide-react";
import { Badge } from "@/app/_components/badge";
import type { Tone } from "@/app/_components/tone";
import type { ShownPerson } from "@/lib/meetings/read/find";

type Given = Exclude<ShownPerson["answer"], "NONE">;

const looks: Record<Given, { words: string; tone: Tone; icon: typeof Check }> = {
  ACCEPTED: { words: "Accepted", tone: "success", icon: Check },
  TENTATIVE: { words: "Maybe", tone: "warning", icon: CircleHelp },
  DECLINED: { words: "Declined", tone: "danger", icon: X },
};

/** Nothing where nothing was answered; the organiser is not asked. */
export function AnswerBadge({
  answer,
  isOrganiser,
  about,
}: Pick<ShownPerson, "answer" | "isOrganiser"> & {
  /** The time that was answered, where that is not the meeting's: then it is no answer to that. */
  about?: string;
}) {
  if (answer === "NONE" || isOrganiser) return null;
  const { words, tone, icon } = looks[answer];
  return (
    <Badge tone={about ? "neutral" : tone} icon={icon}>
      {about ? `${words} ${about}` : words}
    </Badge>
  );
}

/** What somebody wrote with their answer, and which other time their calendar proposed. */
export function AnswerNote({ answerNote, proposal }: Pick<ShownPerson, "answerNote" | "proposal">) {
  if (!answerNote && !proposal) return null;
  return (
    <div className="mt-1 flex flex-col gap-1 border-line border-l-2 pl-2.5 text-sm">
      {proposal && (
        <p className="wrap-anywhere">
          Proposes another time: <bdi>{proposal}</bdi>
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
