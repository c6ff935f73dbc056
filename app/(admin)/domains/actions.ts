"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { adminAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import type { FormState } from "@/lib/action";
import { replaceCredential } from "@/lib/credentials/replace";
import { archiveDomain, restoreDomain } from "@/lib/domains/archive";
import {
  addDomainSchema,
  archiveDomainSchema,
  editDomainSchema,
  replaceCredentialSchema,
  restoreDomainSchema,
} from "@/lib/domains/domain-form";
import { findDomain } from "@/lib/domains/queries";
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

export type EditDomainState = FormState & {
  /** How many mailed links the admin has to know of before going on. */
  breaks?: number;
};

export const editDomainAction = adminAction<typeof editDomainSchema, EditDomainState>(
  editDomainSchema,
  async (edit) => {
    const result = await editDomain(runtime().db, { ...edit, now: new Date() });
    if (!result.ok) return result.reason === "breaks-links" ? { breaks: result.links } : notFound();
    revalidatePath("/domains", "layout");
    return { notice: pageWords().domains.saved };
  },
);

export const replaceCredentialAction = adminAction<typeof replaceCredentialSchema, MadeSecretState>(
  replaceCredentialSchema,
  async ({ id, credentialId, credential }, admin) => {
    const { db, appSecret } = runtime();
    const now = new Date();
    const { issuer, secret } = credential;
    const change = { issuer, secret, credentialId, domainId: id, createdById: admin.id, now, appSecret };
    const result = await replaceCredential(db, change);
    const domain = await findDomain(db, { id, now });
    if (!domain || (!result.ok && result.reason === "not-found")) notFound();
    const continueHref = `/domains/${id}`;
    if (!result.ok || !credential.generated) redirect(continueHref);
    return madeSecret({ domain, credential, continueHref });
  },
);

export type ArchiveState = FormState & {
  /** How many meetings the admin has to know of before going on. */ upcoming?: number;
};

export const archiveDomainAction = adminAction<typeof archiveDomainSchema, ArchiveState>(
  archiveDomainSchema,
  async ({ id, knowingUpcoming }) => {
    const result = await archiveDomain(runtime().db, { id, knowingUpcoming, now: new Date() });
    if (!result.ok) return result.reason === "in-use" ? { upcoming: result.upcoming } : notFound();
    redirect("/domains");
  },
);

export const restoreDomainAction = adminAction(restoreDomainSchema, async ({ id }) => {
  await restoreDomain(runtime().db, { id });
  revalidatePath("/domains", "layout");
  return { notice: pageWords().domains.restore.done };
});
