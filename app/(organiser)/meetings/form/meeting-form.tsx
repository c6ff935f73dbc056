"use client";

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Temporal } from "temporal-polyfill";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Section } from "@/app/_components/section";
import { Textarea } from "@/app/_components/textarea";
import { useWords } from "@/app/_words/use-words";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";
import type { DomainChoice } from "./domain-choice";
import { DomainField } from "./domain-field";
import type { MeetingFormState } from "./form-state";
import { MailOptionFields } from "./mail-option-fields";
import { PeopleField } from "./people-field";
import { SaveBar } from "./save-bar";
import { useAskBeforeLeaving } from "./use-ask-before-leaving";
import { usePeople } from "./use-people";
import { WhenFields } from "./when-fields";

export type MeetingFormProps = {
  /** Where it was sent before: what came back, else what the fields hold first. */
  state: MeetingFormState;
  submit: (form: FormData) => void;
  purpose: "schedule" | "change";
  /** What the fields hold first is not saved. */
  unsaved?: boolean;
  /** Hidden fields, and what has to be said first. */
  children: ReactNode;
  organiser: { name: string; email: string };
  domains: DomainChoice[];
  timeZones: TimeZoneGroup[];
};

/** One form for a new meeting and for changing one. */
export function MeetingForm(props: MeetingFormProps) {
  const { state, submit, purpose, unsaved = false, children, organiser, domains, timeZones } = props;
  const { fields, hints, sections } = useWords().meetingForm;
  const form = useRef<HTMLFormElement>(null);
  const people = usePeople(state, { form, ownEmail: organiser.email });
  useAskBeforeLeaving(form, unsaved);
  const values = state.values ?? {};
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
      {children}
      <Section title={sections.about}>
        <Field name="title" label={fields.title} error={errors.title}>
          {(control) => (
            <Input
              {...control}
              // Only of a form that nobody has sent yet: what comes back has its own place to go on.
              autoFocus={purpose === "schedule" && !state.people}
              autoComplete="off"
              defaultValue={values.title}
            />
          )}
        </Field>
        <Field
          name="description"
          label={fields.description}
          optional
          hint={hints.description}
          error={errors.description}
        >
          {(control) => <Textarea {...control} rows={3} defaultValue={values.description} />}
        </Field>
      </Section>
      <Section title={sections.whenAndWhere}>
        <WhenFields values={values} errors={errors} timeZones={timeZones} />
        <DomainField domains={domains} values={values} errors={errors} />
      </Section>
      <Section title={sections.participants} description={sections.participantsHint}>
        <PeopleField people={people} organiser={organiser} error={errors.people} />
      </Section>
      <Section title={sections.mails}>
        <MailOptionFields values={values} errors={errors} />
      </Section>
      <SaveBar purpose={purpose} draft={draft} domains={domains} count={people.rows.length} inBox={people.inBox} />
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

/**
 * Fills in the end when somebody first asks to choose one, and takes the last day along while it is the first one.
 * @param before the fields as they were
 */
function followStart(form: HTMLFormElement, before: Record<string, string>): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const [date, startTime, endDate, endTime] = ["date", "startTime", "endDate", "endTime"].map(field);
  if (field("length").value !== "end" || !date?.value || !startTime?.value) return;
  if (before.length !== "end" && endTime!.value === "") {
    const minutes = Number(before.length) || 60;
    const end = Temporal.PlainDateTime.from(`${date.value}T${startTime.value}`).add({ minutes });
    endDate!.value = end.toPlainDate().toString();
    endTime!.value = end.toPlainTime().toString({ smallestUnit: "minute" });
  } else if (before.date && endDate!.value === before.date) endDate!.value = date.value;
}
