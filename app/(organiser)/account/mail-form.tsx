"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { RadioCards } from "@/app/_components/radio-cards";
import { SavedNotice } from "@/app/_components/saved-notice";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { RemindersField } from "../reminders-field";

type Option = { value: string; label: string };
type Props = { action: FormAction; values: Record<string, string>; languages: Option[] };

export function MailForm({ action, values: initial, languages }: Props) {
  const { account: words, shell } = useWords();
  const [state, submit] = useActionState(action, {});
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <Field name="locale" label={words.language} hint={words.languageHint} error={errors.locale}>
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
        legend={words.answerMails}
        hint={words.answerMailsHint}
        options={[
          { value: "EACH", label: words.each, description: words.eachHint },
          { value: "DAILY", label: words.daily, description: words.dailyHint },
          { value: "NEVER", label: words.never, description: words.neverHint },
        ]}
        columns={3}
        defaultValue={values.answerMails}
        error={errors.answerMails}
      />
      <RemindersField hint={words.remindersHint} values={values} error={errors.ownReminder} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={shell.saving}>{words.saveMails}</SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
