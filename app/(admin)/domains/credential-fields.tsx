import { Field } from "@/app/_components/field";
import type { FormPart } from "@/app/_components/form-part";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import { pageWords } from "@/app/_words/page-words";

export function CredentialFields({ values, errors }: FormPart) {
  const words = pageWords().domains.fields;
  return (
    <div className="group/credential flex flex-col gap-5">
      <Field name="appId" label={words.appId} hint={words.appIdHint} error={errors.appId}>
        {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.appId} />}
      </Field>
      <RadioCards
        name="keySource"
        legend={words.appSecret}
        hint={words.appSecretHint}
        error={errors.keySource}
        defaultValue={values.keySource ?? "generate"}
        options={[
          {
            value: "generate",
            label: words.generate,
            description: words.generateHint,
          },
          { value: "paste", label: words.paste, description: words.pasteHint },
        ]}
      />
      <div className="hidden group-has-[input[value=paste]:checked]/credential:block">
        <Field name="appSecret" label={words.pasted} hint={words.pastedHint} error={errors.appSecret}>
          {(control) => <Input {...control} type="password" autoComplete="off" spellCheck={false} />}
        </Field>
      </div>
    </div>
  );
}
