import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/app-shell";
import type { Viewer } from "@/lib/auth";
import { hasMails } from "@/lib/mail/local/folder";
import { runtime } from "@/lib/runtime";
import { signOutAction } from "../sign-in/actions";
import { LocalMailLink } from "./local-mail-link";
import { mailNotice } from "./mail-notice";

export async function SignedInShell({ person, children }: { person: Viewer; children: ReactNode }) {
  const { name, email, role } = person;
  const isAdmin = role === "ADMIN";
  const { env, mail } = runtime();
  const keepsMail = isAdmin && ((await mail.current()).server === null || (await hasMails(env.dataDir)));
  return (
    <AppShell
      person={{ name, email, role }}
      signOut={signOutAction}
      hasLocalMail={keepsMail}
      notices={await mailNotice({ isAdmin, action: isAdmin && <LocalMailLink /> })}
    >
      {children}
    </AppShell>
  );
}
