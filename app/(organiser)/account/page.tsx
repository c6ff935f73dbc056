import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { Section } from "@/app/_components/section";
import { pageLanguage } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { findMailChoice } from "@/lib/accounts/mail-choice";
import { minPasswordLength } from "@/lib/accounts/password";
import { requireOrganiser } from "@/lib/auth";
import { languageChoices } from "@/lib/locale";
import { reminderValues } from "@/lib/reminders/minutes";
import { runtime } from "@/lib/runtime";
import { timeZoneGroups } from "@/lib/time/zone-groups";
import { mailChoiceAction, passwordAction, profileAction } from "./actions";
import { MailChoiceForm } from "./mail-choice-form";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";

export const metadata: Metadata = { title: pageWords().account.title };

export default async function AccountPage() {
  const { id, email, name, timeZone, pictureUrl } = await requireOrganiser();
  const { reminderMinutes, ...mails } = await findMailChoice(runtime().db, id);
  const words = pageWords().account;
  return (
    <>
      <PageHeader title={words.title} description={words.signInAs(email)} />
      <Section title={words.about} description={words.aboutHint}>
        <ProfileForm
          action={profileAction}
          values={{ name, timeZone, pictureUrl: pictureUrl ?? "" }}
          zones={timeZoneGroups(new Date(), pageLanguage)}
        />
      </Section>
      <Section title={words.mails} description={words.mailsHint}>
        <MailChoiceForm
          action={mailChoiceAction}
          values={{ ...mails, ...reminderValues(reminderMinutes) }}
          languages={languageChoices}
        />
      </Section>
      <Section title={words.password} description={words.passwordEndsSessions}>
        <PasswordForm action={passwordAction} email={email} shortest={minPasswordLength} />
      </Section>
    </>
  );
}
