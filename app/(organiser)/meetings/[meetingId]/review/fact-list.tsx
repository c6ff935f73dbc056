import { useWords } from "@/app/_words/use-words";
import type { FactChange } from "./fact-changes";

/** What was, crossed out, and what is to be; both are named for those who cannot see the line. */
export function FactList({ facts }: { facts: FactChange[] }) {
  const words = useWords().review.facts;
  if (facts.length === 0) return null;
  return (
    <dl className="flex flex-col gap-2">
      {facts.map(({ label, before, after }) => (
        <div key={label} className="grid gap-x-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="text-ink-muted phone:text-sm">{label}</dt>
          <dd className="wrap-anywhere min-w-0 whitespace-pre-line">
            {before !== null && (
              <>
                <span className="sr-only">{words.before} </span>
                <del className="text-ink-muted">{before}</del>
                <br />
                <span className="sr-only">{words.after} </span>
              </>
            )}
            <ins className="no-underline">{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
