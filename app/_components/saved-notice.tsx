import { CircleCheck } from "lucide-react";

/** Beside the button that saved. Always there, because a screen reader announces only what changes inside it. */
export function SavedNotice({ notice }: { notice?: string }) {
  return (
    <p role="status" className="flex items-center gap-1.5 text-success text-sm">
      {notice && <CircleCheck aria-hidden className="size-4 shrink-0" />}
      {notice}
    </p>
  );
}
