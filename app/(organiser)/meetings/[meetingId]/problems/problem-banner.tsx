import type { ReactNode } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { pageWords } from "@/app/_words/page-words";
import type { MeetingProblem } from "@/lib/meetings/read/problems";
import type { StartResult } from "@/lib/meetings/start";
import { resendUndeliveredAction, sendNewLinksAction } from "../actions";
import type { MeetingView } from "../load";
import { ResendForm } from "../people/resend-form";
import { problemText } from "./problem-text";

/** One problem of the meeting, and the button that mends it. It stays until it is mended. */
export function ProblemBanner({ problem, view }: { problem: MeetingProblem; view: MeetingView }) {
  const { title, paragraphs = [], lines = [], note, action } = problemText(problem, pageWords(), view);
  const here = `/meetings/${view.meeting.id}`;
  const buttons: Record<MeetingProblem["code"], (label: string) => ReactNode> = {
    undelivered: (label) => (
      <ResendForm action={resendUndeliveredAction} values={{ meetingId: view.meeting.id }} label={label} />
    ),
    "faulty-links": (label) => (
      <ResendForm action={sendNewLinksAction} values={{ meetingId: view.meeting.id }} label={label} />
    ),
    // Both lead to the review of the change, which sends nothing by itself.
    outdated: (label) => (
      <LinkButton href={`${here}/edit?review=outdated`} size="small">
        {label}
      </LinkButton>
    ),
    "stale-links": (label) => (
      <LinkButton href={`${here}/edit?room=new`} size="small">
        {label}
      </LinkButton>
    ),
  };
  return (
    <Banner tone={problem.urgency} title={title} action={action && buttons[problem.code](action)}>
      {paragraphs.map(({ text, live }) => (
        <p key={text} role={live ? "status" : undefined} className="wrap-anywhere">
          {text}
        </p>
      ))}
      {lines.length > 0 && (
        <ul className="flex flex-col gap-1">
          {lines.map((line) => (
            <li key={line} className="wrap-anywhere">
              {line}
            </li>
          ))}
        </ul>
      )}
      {note && <p>{note}</p>}
    </Banner>
  );
}

export type StartRefusal = Extract<StartResult, { ok: false }>["reason"] | "foreign";

const startRefusals: Exclude<StartRefusal, "not-found">[] = ["cancelled", "over", "domain-not-usable", "foreign"];

/** What came of "Start meeting", as the address says it. */
export function StartRefused({ reason }: { reason: unknown }) {
  const refusal = startRefusals.find((known) => known === reason);
  if (!refusal) return null;
  const words = pageWords().problems.startRefused;
  return (
    <div role="alert">
      <Banner tone="danger" title={words.title}>
        {words[refusal]}
      </Banner>
    </div>
  );
}
