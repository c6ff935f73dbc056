import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import type { TimeZoneGroup } from "@/app/_components/time-zones";
import { lengths } from "./lengths";

type Props = {
  values: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
  timeZones: TimeZoneGroup[];
};

export function WhenFields({ values, errors, timeZones }: Props) {
  const { length = "60" } = values;
  const known = lengths.some(([value]) => value === length);
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="date" label="Date" error={errors.date}>
          {(control) => <Input {...control} type="date" defaultValue={values.date} />}
        </Field>
        <Field name="startTime" label="Start" error={errors.startTime}>
          {(control) => <Input {...control} type="time" defaultValue={values.startTime} />}
        </Field>
        <Field name="length" label="Length" error={errors.length}>
          {(control) => (
            <Select {...control} defaultValue={values.length}>
              {!known && <option value={length}>{length} minutes</option>}
              {lengths.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {/* Shown by the style sheet, so that choosing works without scripts. */}
      <div className="hidden gap-5 group-has-[option[value=end]:checked]/form:grid sm:grid-cols-3">
        <Field name="endDate" label="Last day" hint="Leave empty for the same day." error={errors.endDate}>
          {(control) => <Input {...control} type="date" defaultValue={values.endDate} />}
        </Field>
        <Field name="endTime" label="End" hint="In the same time zone." error={errors.endTime}>
          {(control) => <Input {...control} type="time" defaultValue={values.endTime} />}
        </Field>
      </div>
      <Field
        name="timeZone"
        label="Time zone"
        hint="Invitations say the time on this clock; calendars show it on each person’s own."
        error={errors.timeZone}
      >
        {(control) => <TimeZoneSelect {...control} groups={timeZones} defaultValue={values.timeZone} />}
      </Field>
    </>
  );
}
