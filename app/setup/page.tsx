import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GuestShell } from "@/app/_components/guest-shell";
import { pageLanguage } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { minPasswordLength } from "@/lib/accounts/password";
import { hasPeople } from "@/lib/accounts/queries";
import { isSetupCode } from "@/lib/accounts/setup-code";
import { runtime } from "@/lib/runtime";
import { timeZoneGroups } from "@/lib/time/zone-groups";
import { mailNotice } from "../(organiser)/mail-notice";
import { createAdminAction } from "./actions";
import { AdminForm } from "./admin-form";

export const metadata: Metadata = { title: pageWords().setup.title };

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export default async function SetupPage({ searchParams }: Props) {
  const { db, appSecret } = runtime();
  if (await hasPeople(db)) redirect("/");
  const { code } = await searchParams;
  if (typeof code !== "string" || !isSetupCode(code, appSecret)) return <SetupLinkNeeded given={code !== undefined} />;
  const words = pageWords().setup;
  return (
    <GuestShell
      // Nobody is an admin yet: a link would lead out of the set-up, and the code would be gone.
      notice={await mailNotice({ isAdmin: false })}
      step={words.step(1)}
      title={words.admin.title}
      description={words.admin.description}
    >
      <AdminForm
        action={createAdminAction}
        code={code}
        minPasswordLength={minPasswordLength}
        zones={timeZoneGroups(new Date(), pageLanguage)}
      />
    </GuestShell>
  );
}

/** Whoever reaches the port first must not become the admin: the code stands where only the operator looks. */
function SetupLinkNeeded({ given }: { given: boolean }) {
  const words = pageWords().setup.link;
  return (
    <GuestShell title={given ? words.wrong : words.missing} description={words.description}>
      <p>{words.where}</p>
      <p className="text-ink-muted text-sm">{words.newest}</p>
    </GuestShell>
  );
}
