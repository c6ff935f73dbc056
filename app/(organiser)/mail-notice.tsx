import type { ReactNode } from "react";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { runtime } from "@/lib/runtime";

/** On every page while no mail server is set, so that nobody waits for an invitation that was never sent. */
export function mailNotice({ isAdmin }: { isAdmin: boolean }): ReactNode {
  if (runtime().env.smtpUrl !== null) return null;
  return (
    <Banner
      wide
      tone="warning"
      title="Mail stays on this machine"
      action={
        isAdmin && (
          <LinkButton href="/mailbox" size="small">
            Open the mailbox
          </LinkButton>
        )
      }
    >
      No mail server is set, so invitations reach nobody{isAdmin ? " and are kept in the mailbox." : "."}
    </Banner>
  );
}
