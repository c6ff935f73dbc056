import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { Section } from "@/app/_components/section";
import { timeZoneGroups } from "@/app/_components/time-zones";
import { findMailChoice } from "@/lib/accounts/mail-choice";
import { shortestPassword } from "@/lib/accounts/password";
import { requireOrganiser } from "@/lib/auth";
import { languageChoices } from "@/lib/locale";
import { runtime } from "@/lib/runtime";
import { mailAction, passwordAction, profileAction } from "./actions";
import { MailForm } from "./mail-form";
import { mailValues } from "./mail-values";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { id, email, name, timeZone, pictureUrl } = await requireOrganiser();
  const mails = await findMailChoice(runtime().db, id);
  return (
    <>
      <PageHeader title="Your account" description={`You sign in as ${email}.`} />
      <Section title="About you" description="How you appear to the people you invite.">
        <ProfileForm
          action={profileAction}
          values={{ name, timeZone, pictureUrl: pictureUrl ?? "" }}
          zones={timeZoneGroups(new Date())}
        />
      </Section>
      <Section title="Mails and reminders" description="How you are written to, and what your new meetings begin with.">
        <MailForm action={mailAction} values={mailValues(mails)} languages={languageChoices} />
      </Section>
      <Section title="Password" description="Changing it signs you out in all other browsers.">
        <PasswordForm action={passwordAction} email={email} shortest={shortestPassword} />
      </Section>
    </>
  );
}
