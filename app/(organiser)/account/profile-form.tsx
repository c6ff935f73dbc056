"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { SavedNotice } from "@/app/_components/saved-notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";

type Props = { action: FormAction; values: Record<string, string>; zones: TimeZoneGroup[] };

export function ProfileForm({ action, values: initial, zones }: Props) {
  const { account: words, shell } = useWords();
  const [state, submit] = useActionState(action, {});
  // Once saved, the fields show what was stored: names are cleaned on the way.
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
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
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={shell.saving}>{shell.save}</SubmitButton>
        <SavedNotice notice={state.notice} />
      </div>
    </form>
  );
}
