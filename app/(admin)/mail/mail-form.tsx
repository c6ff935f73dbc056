"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { IntentButton } from "@/app/_components/intent-button";
import { SavedNotice } from "@/app/_components/saved-notice";
import { Section } from "@/app/_components/section";
import type { FormAction } from "@/lib/action";
import type { DkimRecord } from "@/lib/mail/settings/dkim";
import type { FromEnvironment, MailState } from "./mail-state";
import { SenderFields } from "./sender-fields";
import { ServerFields } from "./server-fields";
import { SetBy, serverRows } from "./set-by";
import { SigningFields } from "./signing-fields";
import { TryResult } from "./try-result";

type Props = {
  action: FormAction<MailState>;
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
  const [state, submit] = useActionState(action, {});
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  const part = { values, errors, version: initial.version! };
  const testFailed = state.test?.ok === false || state.mailbox?.ok === false;
  return (
    <form action={submit} noValidate className="flex flex-col gap-10">
      <FormErrors state={state} />
      <input type="hidden" name="version" value={initial.version} />
      <Section title="Sending" description="The mail server that takes invitations and brings them to people.">
        {fromEnvironment.smtp ? (
          <SetBy variable="SMTP_URL" fields={serverRows(fromEnvironment.smtp)} />
        ) : (
          <ServerFields
            kind="smtp"
            isPasswordSaved={saved.smtpPassword}
            hint="For example mail.example.org. While this is empty, mail stays on this machine."
            {...part}
          />
        )}
        <Field
          name="mailsPerMinute"
          label="Mails per minute, at most"
          optional
          hint="Counted by each process that sends: with two workers, twice as many. If left empty, as fast as the server takes them."
          error={errors.mailsPerMinute}
        >
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
      <Section title="Sender" description="Who invitations come from, and who gets what people write back.">
        <SenderFields fromEnvironment={fromEnvironment.sender} {...part} />
      </Section>
      <Section
        title="Signing (DKIM)"
        description="Proves to receivers that a mail comes from your domain. Leave it off if your mail server signs already."
      >
        <SigningFields record={record} isKeySaved={saved.dkimKey} {...part} />
      </Section>
      <Section
        title="Answers and bounces (IMAP)"
        description="The mailbox of the From address. Latchkey reads there who accepted in their calendar, and which mails came back."
      >
        {fromEnvironment.imap ? (
          <SetBy variable="IMAP_URL" fields={serverRows(fromEnvironment.imap)} />
        ) : (
          <ServerFields
            kind="imap"
            isPasswordSaved={saved.imapPassword}
            hint="While this is empty, people can answer on the web page that their mail links to."
            {...part}
          />
        )}
      </Section>
      <Section title="Save and test" description="Tests use everything as it stands above, also before it is saved.">
        {state.upcoming && <AddressWarning {...state.upcoming} />}
        <div className="flex flex-wrap items-center gap-3">
          <IntentButton
            tone="primary"
            intent="save"
            label={state.upcoming || testFailed ? "Save anyway" : "Save"}
            pendingLabel="Saving"
          />
          <IntentButton intent="test" label="Send a test to me" pendingLabel="Sending the test" />
          <IntentButton intent="mailbox" label="Check the mailbox" pendingLabel="Opening the mailbox" />
          <SavedNotice notice={state.notice} />
        </div>
        <p className="text-ink-muted text-sm">
          The test is a real mail to {adminEmail}. Checking the mailbox reads no mail.
        </p>
        {testFailed && (
          <Banner tone="warning" title="The last test failed">
            {state.test
              ? "Mail will probably not leave with these settings. Correct them and test again, or save anyway."
              : "Answers and bounces will probably not be read with these settings. Correct them and check again, or save anyway."}
          </Banner>
        )}
        {state.test && (
          <TryResult
            id="test-result"
            titles={{ ok: "The test mail was accepted", failed: "The test mail was not sent" }}
            result={state.test}
          />
        )}
        {state.mailbox && (
          <TryResult
            id="mailbox-result"
            titles={{ ok: "The mailbox is open to Latchkey", failed: "The mailbox was not opened" }}
            result={state.mailbox}
          />
        )}
      </Section>
    </form>
  );
}

function AddressWarning({ count, oldAddress }: { count: number; oldAddress: string }) {
  return (
    <div role="alert">
      <input type="hidden" name="knowingUpcoming" value={count} />
      <Banner
        tone="warning"
        title={
          count === 1
            ? `One upcoming meeting was sent from ${oldAddress}`
            : `${count.toLocaleString("en")} upcoming meetings were sent from ${oldAddress}`
        }
      >
        Nothing has been saved yet. Updates and cancellations of these meetings would come from the new address: many
        calendars then do not change the entry that is there, or show a second one.
      </Banner>
    </div>
  );
}
