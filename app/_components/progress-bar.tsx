import { useId } from "react";

type Props = { label: string; done: number; failed: number; max: number; words: string };

/** How much is decided, and how much of that went wrong. Drawn: widths in a style attribute are forbidden by the content policy. */
export function ProgressBar({ label, done, failed, max, words }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className="text-ink-muted tabular-nums">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuenow={done + failed}
        aria-valuemax={max}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full bg-line"
      >
        <svg aria-hidden viewBox={`0 0 ${max} 1`} preserveAspectRatio="none" className="block size-full">
          <rect width={done} height="1" className="fill-accent transition-[width]" />
          <rect x={done} width={failed} height="1" className="fill-danger" />
        </svg>
      </div>
    </div>
  );
}
