import type { ReactNode } from "react";
import { requireAdmin } from "@/lib/auth";
import { SignedInShell } from "../(organiser)/signed-in-shell";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <SignedInShell person={await requireAdmin()}>{children}</SignedInShell>;
}
