import { useId } from "react";

type Props = { label: string; value: number; max: number; words: string };

/** The native element: its width needs no style attribute, which the content security policy forbids. */
export function ProgressBar({ label, value, max, words }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span id={`${id}-words`} className="text-ink-muted tabular-nums">
          {words}
        </span>
      </div>
      <progress
        id={id}
        value={value}
        max={max}
        aria-valuetext={words}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[inline-size]"
      />
    </div>
  );
}
