"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import { ownPath, signInSchema } from "@/lib/accounts/account-form";
import { signIn } from "@/lib/accounts/sign-in";
import { clientAddress } from "@/lib/action";
import { closeSession, openSession } from "@/lib/auth";
import { runtime } from "@/lib/runtime";
import { tooManyAttempts } from "./too-many-attempts";

export const signInAction = publicAction(signInSchema, async ({ email, password, next, timeZone }) => {
  const address = await clientAddress();
  const result = await signIn(runtime().db, { email, password, address, now: new Date() });
  if (result.ok) {
    await openSession(result.person);
    redirect(ownPath(next) ?? "/meetings");
  }
  const { wrong } = pageWords().signIn;
  return { formErrors: [result.retryAt ? tooManyAttempts(result.retryAt, timeZone) : wrong] };
});

export async function signOutAction(): Promise<void> {
  await closeSession();
  redirect("/sign-in");
}
