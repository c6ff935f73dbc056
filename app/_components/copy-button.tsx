"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "@/app/_words/use-words";
import { Button } from "./button";

type Outcome = "copied" | "refused";

/** Gone where scripts do not run: the text beside it can be selected by hand. */
export function CopyButton({ text }: { text: string }) {
  const words = useWords().shell;
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <Button
      size="small"
      className="shrink-0 bg-surface noscript:hidden"
      onClick={async () => setOutcome((await copy(text)) ? "copied" : "refused")}
    >
      {outcome === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">
        {outcome ? { copied: words.copied, refused: words.copyByHand }[outcome] : words.copy}
      </span>
    </Button>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOnPlainHttp(text);
  }
}

/** Browsers keep `navigator.clipboard` to https and localhost; the older command works in a local network too. */
function copyOnPlainHttp(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr-only";
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}
