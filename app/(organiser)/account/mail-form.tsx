"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { RadioCards } from "@/app/_components/radio-cards";
import { SavedNotice } from "@/app/_components/saved-notice";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import type { FormAction } from "@/lib/action";
import { RemindersField } from "../reminders-field";

type Option = { value: string; label: string };
type Props = { action: FormAction; values: Record<string, string>; languages: Option[] };

const answerMails = [
  { value: "EACH", label: "Each", description: "Soon after somebody answers" },
  { value: "DAILY", label: "Daily", description: "All of a day in one mail, in the morning" },
  { value: "NEVER", label: "Never", description: "Only on the meeting’s page" },
];

export function MailForm({ action, values: initial, languages }: Props) {
  const [state, submit] = useActionState(action, {});
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <Field
        name="locale"
        label="Language of mails"
        hint="Of those to you, and of those about your new meetings to people who have not chosen one."
        error={errors.locale}
      >
        {(control) => (
          <Select {...control} defaultValue={values.locale}>
            {languages.map(({ value, label }) => (
              <option key={value} value={value} lang={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RadioCards
        name="answerMails"
        legend="Mails about answers"
        hint="When participants accept or decline."
        options={answerMails}
        columns={3}
        defaultValue={values.answerMails}
        error={errors.answerMails}
      />
      <RemindersField
        hint="What a new meeting is preset to; everybody invited gets them by mail."
        values={values}
        error={errors.ownReminder}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel="Saving">Save mails and reminders</SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
