import { Switch } from "@/app/_components/checkbox";
import { CodeBlock } from "@/app/_components/code-block";
import { CopyField } from "@/app/_components/copy-field";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import { Unfold } from "@/app/_components/unfold";
import type { DkimRecord } from "@/lib/mail/settings/dkim";
import type { FormPart } from "./mail-state";
import { SecretInput } from "./secret-input";

type Props = FormPart & { record: DkimRecord | null; isKeySaved: boolean };

export function SigningFields({ values, errors, version, record, isKeySaved }: Props) {
  return (
    <div className="group/dkim flex flex-col gap-5">
      {record && (
        <div className="flex flex-col gap-3">
          <p className="text-sm">Publish this TXT record in DNS before you switch signing on:</p>
          <CopyField label="Name" value={record.name} />
          <CopyField label="Value" value={record.value} />
          <Unfold title="As a line of a zone file">
            <CodeBlock title="TXT record in parts of 255 characters" code={record.zoneLine} />
          </Unfold>
        </div>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="dkimDomain"
          label="Signing domain"
          optional
          hint="Mostly the part of the From address after the @."
          error={errors.dkimDomain}
        >
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.dkimDomain} />}
        </Field>
        <Field
          name="dkimSelector"
          label="Selector"
          hint="Tells this key from others of the domain."
          error={errors.dkimSelector}
        >
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.dkimSelector} />}
        </Field>
      </div>
      <RadioCards
        name="dkimKeySource"
        legend="Private key"
        hint="It is sealed here and never shown again."
        error={errors.dkimKeySource}
        defaultValue={values.dkimKeySource}
        options={[
          isKeySaved
            ? { value: "keep", label: "Keep the saved key" }
            : { value: "keep", label: "No key yet", description: "Mails are not signed by Latchkey." },
          {
            value: "generate",
            label: isKeySaved ? "Generate another" : "Generate one for me",
            description: "RSA, 2048 bits. The record to publish appears here once you save.",
          },
          { value: "paste", label: "Use my own", description: "An RSA key that your domain already has." },
        ]}
      />
      <div className="hidden group-has-[input[value=paste]:checked]/dkim:block">
        <Field
          name="dkimSecretKey"
          label="Your private key"
          hint="PEM, from -----BEGIN PRIVATE KEY----- to the end."
          error={errors.dkimSecretKey}
        >
          {(control) => <SecretInput key={version} control={control} lines />}
        </Field>
      </div>
      <div className={isKeySaved ? undefined : "group-has-[input[value=keep]:checked]/dkim:hidden"}>
        <Switch
          id="dkimEnabled"
          name="dkimEnabled"
          label="Sign mails with this key"
          hint="Mails that are signed with a key that is not in DNS yet may be taken for spam. The test below looks it up."
          defaultChecked={values.dkimEnabled !== undefined}
        />
      </div>
      {!isKeySaved && (
        <p className="hidden text-ink-muted text-sm group-has-[input[value=keep]:checked]/dkim:block">
          Once there is a key, signing can be switched on here.
        </p>
      )}
    </div>
  );
}
