import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";
import { pageWords } from "@/app/_words/page-words";

export const metadata: Metadata = { title: pageWords().failures.notFound };

export default function NotFound() {
  const words = pageWords().failures;
  return (
    <GuestShell title={words.nothingHere} description={words.whyNothing}>
      <LinkButton href="/">{words.toStart}</LinkButton>
    </GuestShell>
  );
}
