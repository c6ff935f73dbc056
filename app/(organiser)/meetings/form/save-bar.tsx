import { useHydrated } from "@/app/_components/hydrated";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import { instantOf } from "@/lib/time/wall-time";
import { formatWhen } from "@/lib/time/when";
import type { PageWords } from "@/lib/words/en/pages";
import { linkTimesText } from "../link-times";
import type { DomainChoice } from "./domain-choice";

type Props = {
  purpose: "schedule" | "change";
  draft: Record<string, string>;
  domains: DomainChoice[];
  count: number;
  /** Somebody is typed who is not in the list yet; saving invites them too. */
  inBox: boolean;
};

/** Says what the button will do, as far as it can be known: without scripts the page does not see what is typed. */
export function SaveBar({ purpose, draft, domains, count, inBox }: Props) {
  const { meetingForm, meetings } = useWords();
  const words = meetingForm.save;
  const isNew = purpose === "schedule";
  const hydrated = useHydrated();
  const domain = domains.find(({ id }) => id === draft.domainId) ?? domains[0]!;
  const span = hydrated ? spanOf(draft) : null;
  const wrong = span && whatIsWrong(span, new Date(), words);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-card border border-line bg-surface p-4 sm:p-5">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium">{isNew ? whoIsInvited(hydrated ? count : null, inBox, words) : words.reviewFirst}</p>
        <p className="text-ink-muted text-sm">
          {span && span.endsAt > span.startsAt && (
            <>
              {`${formatWhen({ ...span, timeZone: draft.timeZone! })}.`}
              <br />
              {linkTimesText({ ...span, ...domain }, draft.timeZone!, meetings)}
            </>
          )}
          {!hydrated && words.linksOpen(domain.opensBeforeMinutes)}
        </p>
        <p role="status" className="font-medium text-danger text-sm">
          {wrong}
        </p>
      </div>
      <SubmitButton
        name="intent"
        value={isNew ? "save" : "review"}
        pendingLabel={isNew ? words.saving : words.checking}
        className="w-full sm:w-auto"
      >
        {isNew ? words.schedule : words.review}
      </SubmitButton>
    </div>
  );
}

type Words = PageWords["meetingForm"]["save"];

function whoIsInvited(count: number | null, inBox: boolean, words: Words): string {
  if (count === null) return words.everybody;
  if (count === 0) return inBox ? words.youAndBox : words.onlyYou;
  return inBox ? words.youAndListedAndBox(count) : words.youAnd(count);
}

/** Null while the fields do not make a meeting yet; what is wrong is said when it is sent. */
function spanOf(draft: Record<string, string>): { startsAt: Date; endsAt: Date } | null {
  const { date = "", startTime = "", length = "", endDate, endTime = "", timeZone = "" } = draft;
  const start = instantOf(date, startTime, timeZone);
  if (!start.ok) return null;
  if (length !== "end") return { startsAt: start.at, endsAt: new Date(start.at.getTime() + Number(length) * 60_000) };
  const end = instantOf(endDate || date, endTime, timeZone);
  return end.ok ? { startsAt: start.at, endsAt: end.at } : null;
}

/** What the server will refuse, said before anybody asks it. */
function whatIsWrong({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date, words: Words): string | null {
  if (endsAt < startsAt) return words.endBeforeStart;
  if (endsAt.getTime() === startsAt.getTime()) return words.endIsStart;
  return endsAt <= now ? words.past : null;
}
