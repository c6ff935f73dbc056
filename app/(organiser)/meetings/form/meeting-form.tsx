"use client";

import { type KeyboardEvent, useActionState, useRef, useState } from "react";
import { LinkButton } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { Input } from "@/app/_components/input";
import { Section } from "@/app/_components/section";
import { Textarea } from "@/app/_components/textarea";
import type { TimeZoneGroup } from "@/app/_components/time-zones";
import type { FormAction } from "@/lib/action";
import { type DomainChoice, DomainField } from "./domain-field";
import { followStart } from "./follow-start";
import type { MeetingFormState } from "./form-state";
import { PeopleField } from "./people-field";
import { SaveBar } from "./save-bar";
import { SubmissionKey } from "./submission-key";
import { usePeople } from "./use-people";
import { WhenFields } from "./when-fields";

type Props = {
  action: FormAction<MeetingFormState>;
  /** What the fields hold first, by name. */
  initial: Record<string, string>;
  organiser: { name: string; email: string };
  domains: DomainChoice[];
  timeZones: TimeZoneGroup[];
};

export function MeetingForm({ action, initial, organiser, domains, timeZones }: Props) {
  const [state, submit] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const people = usePeople(state, { form, ownEmail: organiser.email });
  const values = state.values ?? initial;
  const errors = state.fieldErrors ?? {};
  const [draft, setDraft] = useState(values);
  return (
    <form
      ref={form}
      action={submit}
      noValidate
      onKeyDown={keepFromSending}
      // Not for every letter: rendering 500 rows takes a while.
      onChange={(event) => {
        if (!drafted.includes(event.target.name)) return;
        followStart(event.currentTarget, draft);
        setDraft(draftOf(event.currentTarget));
      }}
      className="group/form flex flex-col gap-8"
    >
      <FormErrors
        state={state}
        action={
          state.savedBefore && (
            <LinkButton href={`/meetings/${state.savedBefore}`} size="small">
              Open the saved meeting
            </LinkButton>
          )
        }
      />
      <SubmissionKey key={values.submissionKey} value={values.submissionKey!} />
      <Section title="What it is about">
        <Field name="title" label="Title" error={errors.title}>
          {(control) => <Input {...control} autoComplete="off" defaultValue={values.title} />}
        </Field>
        <Field
          name="description"
          label="Description"
          optional
          hint="Included in the invitation."
          error={errors.description}
        >
          {(control) => <Textarea {...control} rows={3} defaultValue={values.description} />}
        </Field>
      </Section>
      <Section title="When and where">
        <WhenFields values={values} errors={errors} timeZones={timeZones} />
        <DomainField domains={domains} values={values} errors={errors} />
      </Section>
      <Section
        title="Participants"
        description="Each gets an invitation with a personal link of their own. They need no account, and do not see each other’s addresses."
      >
        <PeopleField people={people} organiser={organiser} error={errors.people} />
      </Section>
      <SaveBar draft={draft} domains={domains} count={people.rows.length} />
    </form>
  );
}

/** Enter in a line of text must not send invitations: only the button does. Without scripts it asks for the form again. */
function keepFromSending(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

const drafted = ["date", "startTime", "length", "endDate", "endTime", "timeZone", "domainId"];

function draftOf(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  return Object.fromEntries(drafted.map((name) => [name, String(data.get(name) ?? "")]));
}
