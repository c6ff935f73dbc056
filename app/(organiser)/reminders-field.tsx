import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { useWords } from "@/app/_words/use-words";
import { offeredReminders, reminderField } from "@/lib/reminders/minutes";

type Props = { hint: string; values: Record<string, string>; error?: string[] };

/** Boxes to tick, and one number of minutes of one's own. */
export function RemindersField({ hint, values, error }: Props) {
  const words = useWords().reminders;
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{words.title}</legend>
      <p className="text-ink-muted text-sm">{hint}</p>
      <div className="mt-1 grid gap-x-4 sm:grid-cols-2">
        {offeredReminders.map((minutes) => {
          const name = reminderField(minutes);
          const label = words.before([minutes]);
          return <Checkbox key={name} id={name} name={name} label={label} defaultChecked={values[name] === "on"} />;
        })}
      </div>
      <div className="mt-2">
        <Field name="ownReminder" label={words.own} optional error={error}>
          {(control) => (
            <Input {...control} inputMode="numeric" className="max-w-32" defaultValue={values.ownReminder} />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
