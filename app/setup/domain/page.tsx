import type { Metadata } from "next";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import { newDomainValues } from "@/lib/domains/domain-form";
import { addDomainAction } from "../../(admin)/domains/actions";
import { mailNotice } from "../../(organiser)/mail-notice";
import { DomainStep } from "./domain-step";

export const metadata: Metadata = { title: pageWords().setup.domain.tab };

export default async function SetupDomainPage() {
  await requireAdmin();
  return (
    // Wider than a guest's card: the lines to paste into Jitsi's settings are long.
    <div className="[&_main]:max-w-2xl">
      <DomainStep
        action={addDomainAction}
        values={{ ...newDomainValues(), isDefault: "on" }}
        notice={await mailNotice({ isAdmin: true })}
      />
    </div>
  );
}
