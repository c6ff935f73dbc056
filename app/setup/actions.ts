"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_words/actions";
import { pageWords } from "@/app/_words/page-words";
import { setupSchema } from "@/lib/accounts/account-form";
import { createFirstAdmin } from "@/lib/accounts/create";
import { isSetupCode } from "@/lib/accounts/setup-code";
import { openSession } from "@/lib/auth";
import { runtime } from "@/lib/runtime";

export const createAdminAction = publicAction(setupSchema, async ({ code, ...person }) => {
  const { db, appSecret } = runtime();
  if (!isSetupCode(code, appSecret)) return { formErrors: [pageWords().setup.link.refused] };
  const result = await createFirstAdmin(db, person);
  // Sent twice: the admin is there, and whoever made it knows the password.
  if (!result.ok) redirect("/sign-in?next=/setup/domain");
  await openSession({ id: result.id, sessionEpoch: 0 });
  redirect("/setup/domain");
});
