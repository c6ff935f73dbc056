"use client";

import { useActionState } from "react";
import { Banner } from "@/app/_components/banner";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import type { TimeZoneGroup } from "@/app/_components/time-zones";
import type { FormAction } from "@/lib/action";

type Props = { action: FormAction; values: Record<string, string>; zones: TimeZoneGroup[] };

export function ProfileForm({ action, values: initial, zones }: Props) {
  const [state, submit] = useActionState(action, {});
  // Once saved, the fields show what was stored: names are cleaned on the way.
  const values = state.notice ? initial : (state.values ?? initial);
  const errors = state.fieldErrors ?? {};
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <Field name="name" label="Name" hint="Stands in invitations and in the meeting." error={errors.name}>
        {(control) => <Input {...control} autoComplete="name" defaultValue={values.name} />}
      </Field>
      <Field
        name="timeZone"
        label="Time zone"
        hint="Times are shown in it, and new meetings start out with it."
        error={errors.timeZone}
      >
        {(control) => <TimeZoneSelect {...control} groups={zones} defaultValue={values.timeZone} />}
      </Field>
      <Field
        name="pictureUrl"
        label="Picture"
        optional
        hint="The https address of a picture. Jitsi shows it to everybody in the meeting."
        error={errors.pictureUrl}
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            autoComplete="photo"
            placeholder="https://example.org/me.jpg"
            defaultValue={values.pictureUrl}
          />
        )}
      </Field>
      <SubmitButton pendingLabel="Saving" className="self-start">
        Save
      </SubmitButton>
      <div role="status">{state.notice && <Banner tone="success">{state.notice}</Banner>}</div>
    </form>
  );
}
