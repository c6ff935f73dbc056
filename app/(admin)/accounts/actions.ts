"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { adminAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import { changePerson, resetPassword } from "@/lib/accounts/change";
import { createPerson } from "@/lib/accounts/create";
import {
  addPersonSchema,
  disablePersonSchema,
  editPersonSchema,
  resetPasswordSchema,
} from "@/lib/accounts/person-form";
import { runtime } from "@/lib/runtime";

export const addPersonAction = adminAction(addPersonSchema, async (person, admin) => {
  const result = await createPerson(runtime().db, { ...person, timeZone: admin.timeZone });
  if (!result.ok) return { fieldErrors: { email: [pageWords().accounts.emailTaken] } };
  redirect(`/accounts/${result.id}?added=yes`);
});

export const editPersonAction = adminAction(editPersonSchema, async (change, admin) => {
  const result = await changePerson(runtime().db, { ...change, now: new Date() });
  if (!result.ok)
    return result.reason === "last-admin" ? { fieldErrors: { role: [pageWords().accounts.lastAdmin] } } : notFound();
  if (change.id === admin.id && change.role !== admin.role) redirect("/sign-in");
  revalidatePath("/accounts", "layout");
  return { notice: pageWords().accounts.saved };
});

export const disablePersonAction = adminAction(disablePersonSchema, async ({ id, disabled }, admin) => {
  const result = await changePerson(runtime().db, { id, disabled, now: new Date() });
  if (!result.ok) return result.reason === "last-admin" ? { formErrors: [pageWords().accounts.lastAdmin] } : notFound();
  if (disabled && id === admin.id) redirect("/sign-in");
  revalidatePath("/accounts", "layout");
  return { notice: disabled ? pageWords().accounts.nowDisabled : pageWords().accounts.nowEnabled };
});

export const resetPasswordAction = adminAction(resetPasswordSchema, async (change, admin) => {
  if (change.id === admin.id) return { formErrors: [pageWords().accounts.ownPasswordElsewhere] };
  const result = await resetPassword(runtime().db, change);
  if (!result.ok) notFound();
  return { notice: pageWords().accounts.passwordSet };
});
