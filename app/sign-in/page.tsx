import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GuestShell } from "@/app/_components/guest-shell";
import { pageWords } from "@/app/_words/page-words";
import { ownPath } from "@/lib/accounts/account-form";
import { hasPeople } from "@/lib/accounts/queries";
import { viewer } from "@/lib/auth";
import { runtime } from "@/lib/runtime";
import { signInAction } from "./actions";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: pageWords().signIn.title };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = ownPath((await searchParams).next);
  if (await viewer()) redirect(next ?? "/meetings");
  if (!(await hasPeople(runtime().db))) redirect("/setup");
  const words = pageWords().signIn;
  return (
    <GuestShell title={words.title}>
      <SignInForm action={signInAction} next={next} />
      <p className="text-ink-muted text-sm">
        {words.invited} {words.forgotten}
      </p>
    </GuestShell>
  );
}
