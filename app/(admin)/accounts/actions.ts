"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { changePerson, resetPassword } from "@/lib/accounts/change";
import { createPerson } from "@/lib/accounts/create";
import {
  addPersonSchema,
  disablePersonSchema,
  editPersonSchema,
  resetPasswordSchema,
} from "@/lib/accounts/person-form";
import { adminAction } from "@/lib/action";
import { runtime } from "@/lib/runtime";

const lastAdmin =
  "This is the last admin who can sign in. Make somebody else an admin first, or nobody could undo this.";

export const addPersonAction = adminAction(addPersonSchema, async (person, admin) => {
  const result = await createPerson(runtime().db, { ...person, timeZone: admin.timeZone });
  if (!result.ok) return { fieldErrors: { email: ["Somebody with this email address already has an account."] } };
  redirect(`/accounts/${result.id}?added=yes`);
});

export const editPersonAction = adminAction(editPersonSchema, async (change, admin) => {
  const result = await changePerson(runtime().db, { ...change, now: new Date() });
  if (!result.ok) return result.reason === "last-admin" ? { fieldErrors: { role: [lastAdmin] } } : notFound();
  if (change.id === admin.id && change.role !== admin.role) redirect("/sign-in");
  revalidatePath("/accounts", "layout");
  return { notice: "Saved." };
});

export const disablePersonAction = adminAction(disablePersonSchema, async ({ id, disabled }, admin) => {
  const result = await changePerson(runtime().db, { id, disabled, now: new Date() });
  if (!result.ok) return result.reason === "last-admin" ? { formErrors: [lastAdmin] } : notFound();
  if (disabled && id === admin.id) redirect("/sign-in");
  revalidatePath("/accounts", "layout");
  return { notice: disabled ? "Disabled. Their sessions have ended." : "Enabled. They can sign in again." };
});

export const resetPasswordAction = adminAction(resetPasswordSchema, async (change, admin) => {
  if (change.id === admin.id) return { formErrors: ["Change your own password under “Your account”."] };
  const result = await resetPassword(runtime().db, change);
  if (!result.ok) notFound();
  return { notice: "The new password is valid from now on. Their sessions have ended." };
});
