"use client";

import { type ReactNode, useActionState } from "react";
import { FormErrors } from "@/app/_components/form-errors";
import type { FormAction } from "@/lib/action";
import type { Choice } from "@/lib/answers/answer-form";
import type { Locale } from "@/lib/locale";
import { AnswerFields } from "./answer-fields";
import type { AnswerState } from "./answer-state";
import type { FormWords } from "./form-words";
import { type LanguageChoices, Languages } from "./languages";
import { ZoneChoice } from "./zone-choice";

type Props = {
  action: FormAction<AnswerState>;
  token: string;
  /** When the meeting is, as this page shows it. */
  time: string;
  locale: Locale;
  languages: LanguageChoices;
  zone: { shown: string; isOwn: boolean };
  words: FormWords;
  when: ReactNode;
  facts: ReactNode;
  /** In the place of the fields: it is answered already. */
  saved: ReactNode;
  choice: {
    value: Choice | undefined;
    /** Chosen in the mail and not sent. */
    unsent: boolean;
  };
  note: string;
};

/** All of the page that can be pressed, as one form: whatever is pressed first, a choice and a note travel along. */
export function AnswerForm({
  action,
  token,
  time,
  locale,
  languages,
  zone,
  words,
  when,
  facts,
  saved,
  choice,
  note,
}: Props) {
  const [state, submit] = useActionState(action, {});
  const values: AnswerState["values"] = state.values ?? { answer: choice.value ?? "", note };
  const { fieldErrors = {} } = state;
  const refused = Object.keys(fieldErrors).length > 0 || state.formErrors !== undefined;
  return (
    <form action={submit} noValidate className="group/answer flex flex-col gap-5">
      {/* What the Enter key presses: the first button of the form, which would be the one for the zone. */}
      {!saved && <button type="submit" name="intent" value="send" tabIndex={-1} aria-hidden className="sr-only" />}
      <FormErrors state={state} title={words.notSent} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="time" value={time} />
      <div className="flex flex-col gap-2">
        {when}
        <ZoneChoice zones={state.zones} {...zone} typed={values.timeZone} words={words} />
      </div>
      {facts}
      {saved ?? <AnswerFields values={values} errors={fieldErrors} unsent={choice.unsent && !refused} words={words} />}
      <p className="text-ink-muted text-sm">{words.linkIsInMail}</p>
      <Languages locale={locale} choices={languages} label={words.language} />
    </form>
  );
}
