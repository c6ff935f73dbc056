import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import { useWords } from "@/app/_words/use-words";
import { lengths } from "@/lib/meetings/form-values";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";

type Props = {
  values: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
  timeZones: TimeZoneGroup[];
};

export function WhenFields({ values, errors, timeZones }: Props) {
  const { length = "60" } = values;
  const known = lengths.some((value) => value === length);
  const { fields, hints, ...words } = useWords().meetingForm;
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="date" label={fields.date} error={errors.date}>
          {(control) => <Input {...control} type="date" defaultValue={values.date} />}
        </Field>
        <Field name="startTime" label={fields.startTime} error={errors.startTime}>
          {(control) => <Input {...control} type="time" defaultValue={values.startTime} />}
        </Field>
        <Field name="length" label={fields.length} error={errors.length}>
          {(control) => (
            <Select {...control} defaultValue={values.length}>
              {!known && <option value={length}>{words.minutes(length)}</option>}
              {lengths.map((value) => (
                <option key={value} value={value}>
                  {words.lengths[value]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {/* Shown by the style sheet, so that choosing works without scripts. */}
      <div className="hidden gap-5 group-has-[option[value=end]:checked]/form:grid sm:grid-cols-3">
        <Field name="endDate" label={fields.endDate} hint={hints.endDate} error={errors.endDate}>
          {(control) => <Input {...control} type="date" defaultValue={values.endDate} />}
        </Field>
        <Field name="endTime" label={fields.endTime} hint={hints.endTime} error={errors.endTime}>
          {(control) => <Input {...control} type="time" defaultValue={values.endTime} />}
        </Field>
      </div>
      <Field name="timeZone" label={fields.timeZone} hint={hints.timeZone} error={errors.timeZone}>
        {(control) => <TimeZoneSelect {...control} groups={timeZones} defaultValue={values.timeZone} />}
      </Field>
    </>
  );
}
