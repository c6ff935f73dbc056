"use client";

import { usePathname } from "next/navigation";
import { LinkButton } from "@/app/_components/button";

/** Not in the mailbox itself, and not on a phone, where the menu leads there and the notice stays short. */
export function MailboxLink() {
  if (usePathname().startsWith("/local-mail")) return null;
  return (
    <LinkButton href="/local-mail" size="small" className="phone:hidden">
      Open the mailbox
    </LinkButton>
  );
}
