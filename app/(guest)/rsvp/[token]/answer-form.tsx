"use client";

import { useActionState } from "react";
import { Field } from "@/app/_components/field";
import { FormErrors } from "@/app/_components/form-errors";
import { RadioCards } from "@/app/_components/radio-cards";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import type { FormAction } from "@/lib/action";
import type { FormWords } from "./form-words";

type Props = {
  action: FormAction;
  token: string;
  /** Of the meeting as this page shows it. */
  sequence: number;
  choice: string | undefined;
  note: string;
  words: FormWords;
};

export function AnswerForm({ action, token, sequence, choice, note, words }: Props) {
  const [state, submit] = useActionState(action, {});
  const { values = { answer: choice, note }, fieldErrors: errors = {} } = state;
  const options = (["accept", "tentative", "decline"] as const).map((value) => ({ value, label: words[value] }));
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} title={words.notSent} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="sequence" value={sequence} />
      <RadioCards
        name="answer"
        legend={words.legend}
        options={options}
        columns={3}
        defaultValue={values.answer}
        error={errors.answer}
      />
      <Field name="note" label={words.note} hint={words.noteHint} error={errors.note}>
        {(control) => <Textarea {...control} rows={3} dir="auto" defaultValue={values.note} />}
      </Field>
      <SubmitButton pendingLabel={words.sending}>{words.send}</SubmitButton>
    </form>
  );
}
