import { pageWords } from "@/app/_words/page-words";
/** A key that is also an L. */
export function KeyMark({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="6 3 20 26"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <circle cx="12.5" cy="9.5" r="4" />
      <path d="M12.5 13.5V25h9M17.2 25v-3.6M21.5 25v-5.4" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="flex items-center gap-2.5">
      <span className="flex size-8 items-center justify-center rounded-lg bg-accent text-on-accent">
        <KeyMark className="size-5" />
      </span>
      <span className="font-semibold text-lg tracking-tight">{pageWords().shell.app}</span>
    </span>
  );
}
