"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { adminAction } from "@/lib/action";
import { addDomainSchema, editDomainSchema } from "@/lib/domains/domain-form";
import { addDomain, editDomain } from "@/lib/domains/save";
import { runtime } from "@/lib/runtime";
import type { MadeSecretState } from "./made-secret";
import { madeSecret } from "./made-secret-state";

export const addDomainAction = adminAction<typeof addDomainSchema, MadeSecretState>(
  addDomainSchema,
  async ({ id, next, fields, credential }, admin) => {
    const { db, appSecret } = runtime();
    const continueHref = next === "setup" ? "/setup/done" : `/domains/${id}`;
    const result = await addDomain(db, { id, fields, credential, createdById: admin.id, appSecret });
    if (!result.ok || !credential.generated) redirect(continueHref);
    return madeSecret({ domain: fields, credential, continueHref });
  },
);

export const editDomainAction = adminAction(editDomainSchema, async ({ id, fields }) => {
  const result = await editDomain(runtime().db, { id, fields });
  if (!result.ok) notFound();
  revalidatePath("/domains", "layout");
  return { notice: "Saved. Invitations that are already out keep what they say." };
});
