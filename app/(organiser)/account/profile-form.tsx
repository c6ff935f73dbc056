"use client";

import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SettingsForm } from "@/app/_components/settings-form";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";

type Props = { action: FormAction; values: Record<string, string>; zones: TimeZoneGroup[] };

export function ProfileForm({ action, values: stored, zones }: Props) {
  const words = useWords().account;
  return (
    <SettingsForm action={action} values={stored}>
      {(values, errors) => (
        <>
          <Field name="name" label={words.name} hint={words.nameHint} error={errors.name}>
            {(control) => <Input {...control} autoComplete="name" defaultValue={values.name} />}
          </Field>
          <Field name="timeZone" label={words.timeZone} hint={words.timeZoneHint} error={errors.timeZone}>
            {(control) => <TimeZoneSelect {...control} groups={zones} defaultValue={values.timeZone} />}
          </Field>
          <Field name="pictureUrl" label={words.picture} optional hint={words.pictureHint} error={errors.pictureUrl}>
            {(control) => (
              <Input
                {...control}
                type="url"
                autoComplete="photo"
                placeholder={words.pictureExample}
                defaultValue={values.pictureUrl}
              />
            )}
          </Field>
        </>
      )}
    </SettingsForm>
  );
}
