import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import { pageWords } from "@/app/_words/page-words";
import type { FromEnvironment, MailFormPart } from "./mail-settings-state";
import { SetBy } from "./set-by";

type Props = MailFormPart & {
  fromEnvironment: FromEnvironment["sender"];
};

export function SenderFields({ values, errors, fromEnvironment }: Props) {
  const { mailSettings: words, shell } = pageWords();
  return (
    <>
      {fromEnvironment ? (
        <SetBy
          variable="MAIL_FROM"
          fields={[
            { label: words.fromName, value: fromEnvironment.name },
            { label: words.fromAddress, value: fromEnvironment.address },
          ]}
        />
      ) : (
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="fromName" label={words.fromName} optional hint={words.fromNameHint} error={errors.fromName}>
            {(control) => (
              <Input {...control} autoComplete="off" placeholder={shell.app} defaultValue={values.fromName} />
            )}
          </Field>
          <Field name="fromAddress" label={words.fromAddress} hint={words.fromAddressHint} error={errors.fromAddress}>
            {(control) => (
              <Input
                {...control}
                type="email"
                autoComplete="off"
                placeholder={words.fromAddressExample}
                defaultValue={values.fromAddress}
              />
            )}
          </Field>
        </div>
      )}
      <RadioCards
        name="replyTo"
        legend={words.replyTo}
        hint={words.replyToHint}
        error={errors.replyTo}
        defaultValue={values.replyTo}
        options={[
          { value: "ORGANISER", label: words.replyToOrganiser, description: words.replyToOrganiserHint },
          { value: "SENDER", label: words.replyToSender, description: words.replyToSenderHint },
          { value: "NONE", label: words.replyToNone, description: words.replyToNoneHint },
        ]}
      />
    </>
  );
}
