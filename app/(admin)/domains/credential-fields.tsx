import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import type { FormPart } from "./domain-fields";

export function CredentialFields({ values, errors }: FormPart) {
  return (
    <div className="group/credential flex flex-col gap-5">
      <Field
        name="appId"
        label="App ID"
        hint="The name by which the Jitsi server knows Latchkey. If it already has one, enter that."
        error={errors.appId}
      >
        {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.appId} />}
      </Field>
      <RadioCards
        name="keySource"
        legend="App secret"
        hint="Whoever has it can make links to every room, so it is sealed here and never shown again."
        error={errors.keySource}
        defaultValue={values.keySource ?? "generate"}
        options={[
          {
            value: "generate",
            label: "Generate one for me",
            description: "256 random bits. You see it once, with the lines to paste into Jitsi.",
          },
          { value: "paste", label: "Use my own", description: "The secret your Jitsi server already has." },
        ]}
      />
      <div className="hidden group-has-[input[value=paste]:checked]/credential:block">
        <Field name="appSecret" label="Your app secret" hint="At least 32 characters." error={errors.appSecret}>
          {(control) => <Input {...control} type="password" autoComplete="off" spellCheck={false} />}
        </Field>
      </div>
    </div>
  );
}
