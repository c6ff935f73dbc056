"use client";

import { Field } from "@/app/_components/field";
import { RadioCards } from "@/app/_components/radio-cards";
import { Select } from "@/app/_components/select";
import { SettingsForm } from "@/app/_components/settings-form";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { RemindersField } from "../reminders-field";

type Option = { value: string; label: string };
type Props = { action: FormAction; values: Record<string, string>; languages: Option[] };

export function MailChoiceForm({ action, values: stored, languages }: Props) {
  const words = useWords().account;
  return (
    <SettingsForm action={action} values={stored} submitLabel={words.saveMails}>
      {(values, errors) => (
        <>
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
        </>
      )}
    </SettingsForm>
  );
}
