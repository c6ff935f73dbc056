import { Banner } from "@/app/_components/banner";
import { Field } from "@/app/_components/field";
import { IntentButton } from "@/app/_components/intent-button";
import { RadioCards } from "@/app/_components/radio-cards";
import { Textarea } from "@/app/_components/textarea";
import type { AnswerState } from "./answer-state";
import type { FormWords } from "./form-words";

type Props = {
  values: Partial<Record<string, string>>;
  errors: NonNullable<AnswerState["fieldErrors"]>;
  unsent: boolean;
  words: FormWords;
};

export function AnswerFields({ values, errors, unsent, words }: Props) {
  const options = (["accept", "tentative", "decline"] as const).map((value) => ({ value, label: words[value] }));
  return (
    <>
      {unsent && (
        <Banner tone="warning" title={words.notSent}>
          {words.oneMore}
        </Banner>
      )}
      <p className="wrap-anywhere">{words.answeringAs}</p>
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
      <IntentButton intent="send" tone="primary" label={<SendLabel words={words} />} pendingLabel={words.sending} />
    </>
  );
}

/** Says what will be sent. By style, so that it follows the choice without scripts too. */
const SendLabel = ({ words }: { words: FormWords }) => (
  <>
    <span className="group-has-[input[name=answer]:checked]/answer:hidden">{words.send}</span>
    <span className="hidden group-has-[input[value=accept]:checked]/answer:inline">{words.sendAccept}</span>
    <span className="hidden group-has-[input[value=tentative]:checked]/answer:inline">{words.sendTentative}</span>
    <span className="hidden group-has-[input[value=decline]:checked]/answer:inline">{words.sendDecline}</span>
  </>
);
