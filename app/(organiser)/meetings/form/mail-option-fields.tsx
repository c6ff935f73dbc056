import { Field } from "@/app/_components/field";
import type { FormPart } from "@/app/_components/form-part";
import { Select } from "@/app/_components/select";
import { pageLanguage } from "@/app/_words/page-locale";
import { useWords } from "@/app/_words/use-words";
import { languageChoices } from "@/lib/locale";
import { RemindersField } from "../../reminders-field";

export function MailOptionFields({ values, errors }: FormPart) {
  const { fields, hints } = useWords().meetingForm;
  return (
    <>
      <Field name="locale" label={fields.locale} hint={hints.locale} error={errors.locale}>
        {(control) => (
          <Select {...control} defaultValue={values.locale ?? pageLanguage}>
            {languageChoices.map(({ value, label }) => (
              <option key={value} value={value} lang={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RemindersField hint={hints.reminders} values={values} error={errors.ownReminder} />
    </>
  );
}
