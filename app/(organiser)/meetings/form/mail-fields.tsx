import { Field } from "@/app/_components/field";
import { Select } from "@/app/_components/select";
import { languageChoices } from "@/lib/locale";
import { RemindersField } from "../../reminders-field";

type Props = { values: Record<string, string>; errors: Partial<Record<string, string[]>> };

export function MailFields({ values, errors }: Props) {
  return (
    <>
      <Field
        name="locale"
        label="Language"
        hint="For everybody who has not chosen one of their own."
        error={errors.locale}
      >
        {(control) => (
          <Select {...control} defaultValue={values.locale ?? "en"}>
            {languageChoices.map(({ value, label }) => (
              <option key={value} value={value} lang={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RemindersField
        hint="By mail, to you and to everybody who has not declined. A time that has passed already is left out."
        values={values}
        error={errors.ownReminder}
      />
    </>
  );
}
