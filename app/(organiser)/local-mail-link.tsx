"use client";

import { usePathname } from "next/navigation";
import { LinkButton } from "@/app/_components/button";
import { useWords } from "@/app/_words/use-words";

/** Not on the pages it leads to, and not on a phone, where the menu leads there and the notice stays short. */
export function LocalMailLink() {
  const words = useWords().shell.noMailServer;
  if (usePathname().startsWith("/local-mail")) return null;
  return (
    <LinkButton href="/local-mail" size="small" className="phone:hidden">
      {words.open}
    </LinkButton>
  );
}
