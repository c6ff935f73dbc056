"use server";

import { redirect } from "next/navigation";
import { setupSchema } from "@/lib/accounts/account-form";
import { createFirstAdmin } from "@/lib/accounts/create";
import { isSetupCode } from "@/lib/accounts/setup-code";
import { publicAction } from "@/lib/action";
import { openSession } from "@/lib/auth";
import { runtime } from "@/lib/runtime";

const wrongCode = "This set-up link is not the right one. Open the link that was printed where Latchkey was started.";

export const createAdminAction = publicAction(setupSchema, async ({ code, ...person }) => {
  const { db, appSecret } = runtime();
  if (!isSetupCode(code, appSecret)) return { formErrors: [wrongCode] };
  const result = await createFirstAdmin(db, person);
  // Sent twice: the admin is there, and whoever made it knows the password.
  if (!result.ok) redirect("/sign-in?next=/setup/domain");
  await openSession({ id: result.id, sessionEpoch: 0 });
  redirect("/setup/domain");
});
