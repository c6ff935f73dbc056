import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/app-shell";
import type { Viewer } from "@/lib/auth";
import { signOutAction } from "../sign-in/actions";
import { mailNotice } from "./mail-notice";

export function SignedInShell({ person, children }: { person: Viewer; children: ReactNode }) {
  const { name, email, role } = person;
  return (
    <AppShell
      person={{ name, email, role }}
      signOut={signOutAction}
      notices={mailNotice({ isAdmin: role === "ADMIN" })}
    >
      {children}
    </AppShell>
  );
}
