import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GuestShell } from "@/app/_components/guest-shell";
import { ownPath } from "@/lib/accounts/account-form";
import { hasPeople } from "@/lib/accounts/queries";
import { viewer } from "@/lib/auth";
import { runtime } from "@/lib/runtime";
import { signInAction } from "./actions";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = ownPath((await searchParams).next);
  if (await viewer()) redirect(next ?? "/meetings");
  if (!(await hasPeople(runtime().db))) redirect("/setup");
  return (
    <GuestShell title="Sign in">
      <SignInForm action={signInAction} next={next} />
      <p className="text-ink-muted text-sm">
        Invited to a meeting? You need no account: the link in your invitation takes you there. Forgot your password? An
        admin can set a new one.
      </p>
    </GuestShell>
  );
}
