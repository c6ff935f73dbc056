"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { adminAction } from "@/app/_words/actions";
import { datedMails, deleteMail } from "@/lib/mail/local/folder";
import { runtime } from "@/lib/runtime";

const deleteOne = adminAction(z.object({ id: z.string() }), async ({ id }) => {
  await deleteMail(runtime().env.dataDir, id);
  return redirect("/local-mail");
});

const deleteAll = adminAction(z.object({}), async () => {
  const { dataDir } = runtime().env;
  for (const { id } of await datedMails(dataDir)) await deleteMail(dataDir, id);
  return redirect("/local-mail");
});

export async function deleteMailAction(form: FormData): Promise<void> {
  await deleteOne({}, form);
}

export async function deleteAllMailsAction(form: FormData): Promise<void> {
  await deleteAll({}, form);
}
