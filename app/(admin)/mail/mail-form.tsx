"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { IntentButton } from "@/app/_components/intent-button";
import { SavedNotice } from "@/app/_components/saved-notice";
import { Section } from "@/app/_components/section";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import type { DkimRecord } from "@/lib/mail/settings/dkim";
import type { FromEnvironment, MailSettingsState } from "./mail-settings-state";
import { SenderFields } from "./sender-fields";
import { ServerFields } from "./server-fields";
import { SetBy, serverRows } from "./set-by";
import { SigningFields } from "./signing-fields";
import { TryResult } from "./try-result";

type Props = {
  action: FormAction<MailSettingsState>;
  /** As saved, by field name. */
  values: Record<string, string>;
  saved: { smtpPassword: boolean; imapPassword: boolean; dkimKey: boolean };
  record: DkimRecord | null;
  fromEnvironment: FromEnvironment;
  /** Where the test goes. */
  adminEmail: string;
};

/** One form, so that a test can use everything as it is typed. Its first button is what the Enter key presses. */
export function MailForm({ action, values: initial, saved, record, fromEnvironment, adminEmail }: Props) {
  const { mailSettings: words, shell } = useWords();
  const [state, submit] = useActionState(action, {});
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  const part = { values, errors, version: initial.version! };
  const testFailed = state.test?.ok === false || state.mailbox?.ok === false;
  return (
    <form action={submit} noValidate className="flex flex-col gap-10">
      <FormErrors state={state} />
      <input type="hidden" name="version" value={initial.version} />
      <Section title={words.sending} description={words.sendingHint}>
        {fromEnvironment.smtp ? (
          <SetBy variable="SMTP_URL" fields={serverRows(fromEnvironment.smtp, words.server)} />
        ) : (
          <ServerFields kind="smtp" isPasswordSaved={saved.smtpPassword} hint={words.smtpHint} {...part} />
        )}
        <Field name="mailsPerMinute" label={words.rate} optional hint={words.rateHint} error={errors.mailsPerMinute}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              className="max-w-32"
              defaultValue={values.mailsPerMinute}
            />
          )}
        </Field>
      </Section>
      <Section title={words.sender} description={words.senderHint}>
        <SenderFields fromEnvironment={fromEnvironment.sender} {...part} />
      </Section>
      <Section title={words.signing} description={words.signingHint}>
        <SigningFields record={record} isKeySaved={saved.dkimKey} {...part} />
      </Section>
      <Section title={words.inbox} description={words.inboxHint}>
        {fromEnvironment.imap ? (
          <SetBy variable="IMAP_URL" fields={serverRows(fromEnvironment.imap, words.server)} />
        ) : (
          <ServerFields kind="imap" isPasswordSaved={saved.imapPassword} hint={words.imapHint} {...part} />
        )}
      </Section>
      <Section title={words.saveAndTest} description={words.saveAndTestHint}>
        {state.upcoming && <AddressWarning {...state.upcoming} />}
        <div className="flex flex-wrap items-center gap-3">
          <IntentButton
            tone="primary"
            intent="save"
            label={state.upcoming || testFailed ? words.saveAnyway : shell.save}
            pendingLabel={shell.saving}
          />
          <IntentButton intent="test" label={words.test} pendingLabel={words.testing} />
          <IntentButton intent="mailbox" label={words.check} pendingLabel={words.checking} />
          <SavedNotice notice={state.notice} />
        </div>
        <p className="text-ink-muted text-sm">{words.whatTestsDo(adminEmail)}</p>
        {testFailed && (
          <Banner tone="warning" title={words.lastTestFailed}>
            {state.test ? words.mailMayNotLeave : words.answersMayNotBeRead}
          </Banner>
        )}
        {state.test && (
          <TryResult id="test-result" titles={{ ok: words.testOk, failed: words.testFailed }} result={state.test} />
        )}
        {state.mailbox && (
          <TryResult
            id="mailbox-result"
            titles={{ ok: words.checkOk, failed: words.checkFailed }}
            result={state.mailbox}
          />
        )}
      </Section>
    </form>
  );
}

function AddressWarning({ count, oldAddress }: { count: number; oldAddress: string }) {
  const words = useWords().mailSettings.otherAddress;
  return (
    <div role="alert">
      <input type="hidden" name="knowingUpcoming" value={count} />
      <Banner tone="warning" title={words.title(count, oldAddress)}>
        {words.text}
      </Banner>
    </div>
  );
}
