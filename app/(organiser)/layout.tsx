import type { ReactNode } from "react";
import { requireOrganiser } from "@/lib/auth";
import { SignedInShell } from "./signed-in-shell";

export default async function OrganiserLayout({ children }: { children: ReactNode }) {
  return <SignedInShell person={await requireOrganiser()}>{children}</SignedInShell>;
}
