import type { ReactNode } from "react";
import { requireOrganiser } from "@/lib/auth";
import { SignedInShell } from "../(organiser)/signed-in-shell";

/** Each page asks for an admin itself: an organiser's 404 keeps the navigation that this draws. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <SignedInShell person={await requireOrganiser()}>{children}</SignedInShell>;
}
