import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <GuestShell
      title="There is nothing here"
      description="The address may be incomplete, or what it led to is not yours."
    >
      <LinkButton href="/">Go to the start page</LinkButton>
    </GuestShell>
  );
}
