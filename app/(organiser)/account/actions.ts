"use server";

import { revalidatePath } from "next/cache";
import { organiserAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import { passwordSchema, profileSchema } from "@/lib/accounts/account-form";
import { changeOwnPassword, changeProfile } from "@/lib/accounts/change";
import { changeMailChoice, mailSchema } from "@/lib/accounts/mail-choice";
import { signIn } from "@/lib/accounts/sign-in";
import { clientAddress } from "@/lib/action";
import { openSession } from "@/lib/auth";
import { runtime } from "@/lib/runtime";
import { tooManyAttempts } from "../../sign-in/too-many-attempts";

export const profileAction = organiserAction(profileSchema, async (profile, { id }) => {
  await changeProfile(runtime().db, { id, ...profile });
  revalidatePath("/", "layout");
  return { notice: pageWords().account.profileSaved };
});

export const mailChoiceAction = organiserAction(mailSchema, async (choice, { id }) => {
  await changeMailChoice(runtime().db, id, choice);
  revalidatePath("/account");
  return { notice: pageWords().account.mailsSaved };
});

export const passwordAction = organiserAction(passwordSchema, async ({ currentPassword, newPassword }, person) => {
  const { db } = runtime();
  const words = pageWords().account;
  const wrong = { fieldErrors: { currentPassword: [words.wrongPassword] } };
  // Counted like a sign-in: a session left open must not become a way to guess the password.
  const attempt = { email: person.email, password: currentPassword, address: await clientAddress(), now: new Date() };
  const known = await signIn(db, attempt);
  if (!known.ok) {
    return known.retryAt ? { formErrors: [tooManyAttempts(known.retryAt, person.timeZone)] } : wrong;
  }
  const result = await changeOwnPassword(db, { id: person.id, current: currentPassword, password: newPassword });
  if (!result.ok) return wrong;
  await openSession({ id: person.id, sessionEpoch: result.sessionEpoch });
  return { notice: words.passwordChanged };
});
