import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GuestShell } from "@/app/_components/guest-shell";
import { timeZoneGroups } from "@/app/_components/time-zones";
import { minPasswordLength } from "@/lib/accounts/password";
import { hasPeople } from "@/lib/accounts/queries";
import { isSetupCode } from "@/lib/accounts/setup-code";
import { runtime } from "@/lib/runtime";
import { mailNotice } from "../(organiser)/mail-notice";
import { createAdminAction } from "./actions";
import { AdminForm } from "./admin-form";

export const metadata: Metadata = { title: "Set up" };

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export default async function SetupPage({ searchParams }: Props) {
  const { db, appSecret } = runtime();
  if (await hasPeople(db)) redirect("/");
  const { code } = await searchParams;
  if (typeof code !== "string" || !isSetupCode(code, appSecret)) return <SetupLinkNeeded given={code !== undefined} />;
  return (
    <GuestShell
      // Nobody is an admin yet: a link would lead out of the set-up, and the code would be gone.
      notice={await mailNotice({ isAdmin: false })}
      step="Step 1 of 3"
      title="Make yourself the admin"
      description="Welcome. This is the first account; you can add more people later."
    >
      <AdminForm
        action={createAdminAction}
        code={code}
        minPasswordLength={minPasswordLength}
        zones={timeZoneGroups(new Date())}
      />
    </GuestShell>
  );
}

/** Whoever reaches the port first must not become the admin: the code stands where only the operator looks. */
function SetupLinkNeeded({ given }: { given: boolean }) {
  return (
    <GuestShell
      title={given ? "This set-up link is not the right one" : "Latchkey is not set up yet"}
      description="Open the set-up link that was printed where Latchkey was started."
    >
      <p>
        Look for the address that ends in a code, in the terminal or in the log of the service. Only somebody with that
        address can create the first account.
      </p>
      <p className="text-ink-muted text-sm">
        If you have since started Latchkey with another APP_SECRET or data folder, the link has changed: use the newest
        one.
      </p>
    </GuestShell>
  );
}
