import { errorInWords } from "@/app/_words/errors-in-words";
import type { RejectedText } from "@/lib/participants/parse";

const mostShown = 20;

/** Each text that could not be read, with its reason. The text itself is in the box above. */
export function RejectedTexts({ rejected }: { rejected: RejectedText[] }) {
  if (rejected.length === 0) return null;
  const more = rejected.length - mostShown;
  return (
    <ul aria-label="What could not be read" className="flex flex-col gap-1 text-sm">
      {rejected.slice(0, mostShown).map(({ text, reason }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text may be there twice
        <li key={i} className="wrap-anywhere border-danger border-l-2 pl-3">
          <mark className="bg-transparent font-medium text-ink">{shorten(text)}</mark>
          <span className="text-danger"> {errorInWords({ code: reason })}</span>
        </li>
      ))}
      {more > 0 && <li className="text-ink-muted">and {more.toLocaleString("en")} more</li>}
    </ul>
  );
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
