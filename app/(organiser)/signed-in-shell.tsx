import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/app-shell";
import type { Viewer } from "@/lib/auth";
import { signOutAction } from "../sign-in/actions";
import { mailNotice } from "./mail-notice";
import { MailboxLink } from "./mailbox-link";

export async function SignedInShell({ person, children }: { person: Viewer; children: ReactNode }) {
  const { name, email, role } = person;
  const isAdmin = role === "ADMIN";
  return (
    <AppShell
      person={{ name, email, role }}
      signOut={signOutAction}
      notices={await mailNotice({ isAdmin, action: isAdmin && <MailboxLink /> })}
    >
      {children}
    </AppShell>
  );
}
