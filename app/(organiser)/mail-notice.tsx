import type { ReactNode } from "react";
import { Banner } from "@/app/_components/banner";
import { runtime } from "@/lib/runtime";

/** While no mail server is set, so that nobody waits for an invitation that was never sent. Two lines on a phone. */
export function mailNotice({ isAdmin, action }: { isAdmin: boolean; action?: ReactNode }): ReactNode {
  if (runtime().env.smtpUrl !== null) return null;
  return (
    <Banner wide tone="warning" action={action}>
      <strong className="font-medium text-warning">Mail stays on this machine.</strong>{" "}
      {isAdmin ? (
        <>
          Set SMTP_URL and MAIL_FROM to send it<span className="phone:hidden">; see the README</span>.
        </>
      ) : (
        "Invitations reach nobody yet."
      )}
    </Banner>
  );
}
