import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { Section } from "@/app/_components/section";
import { timeZoneGroups } from "@/app/_components/time-zones";
import { requireOrganiser } from "@/lib/auth";
import { shortestPassword } from "@/lib/people/password";
import { passwordAction, profileAction } from "./actions";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { email, name, timeZone, pictureUrl } = await requireOrganiser();
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
      <Section title="Password" description="Changing it signs you out in all other browsers.">
        <PasswordForm action={passwordAction} email={email} shortest={shortestPassword} />
      </Section>
    </>
  );
}
