import { Switch } from "@/app/_components/checkbox";
import { CodeBlock } from "@/app/_components/code-block";
import { CopyField } from "@/app/_components/copy-field";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import { Unfold } from "@/app/_components/unfold";
import { pageWords } from "@/app/_words/page-words";
import type { DkimRecord } from "@/lib/mail/settings/dkim";
import type { MailFormPart } from "./mail-settings-state";
import { SecretInput } from "./secret-input";

type Props = MailFormPart & { record: DkimRecord | null; isKeySaved: boolean };

export function SigningFields({ values, errors, version, record, isKeySaved }: Props) {
  const words = pageWords().mailSettings;
  return (
    <div className="group/dkim flex flex-col gap-5">
      {record && (
        <div className="flex flex-col gap-3">
          <p className="text-sm">{words.record.publish}</p>
          <CopyField label={words.record.name} value={record.name} />
          <CopyField label={words.record.value} value={record.value} />
          <Unfold title={words.record.zoneFile}>
            <CodeBlock title={words.record.zoneLine} code={record.zoneLine} />
          </Unfold>
        </div>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="dkimDomain"
          label={words.dkimDomain}
          optional
          hint={words.dkimDomainHint}
          error={errors.dkimDomain}
        >
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.dkimDomain} />}
        </Field>
        <Field name="dkimSelector" label={words.dkimSelector} hint={words.dkimSelectorHint} error={errors.dkimSelector}>
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} defaultValue={values.dkimSelector} />}
        </Field>
      </div>
      <RadioCards
        name="dkimKeySource"
        legend={words.key}
        hint={words.keyHint}
        error={errors.dkimKeySource}
        defaultValue={values.dkimKeySource}
        options={[
          isKeySaved
            ? { value: "keep", label: words.keepKey }
            : { value: "keep", label: words.noKey, description: words.noKeyHint },
          {
            value: "generate",
            label: isKeySaved ? words.generateAnother : words.generateKey,
            description: words.generateHint,
          },
          { value: "paste", label: words.pasteKey, description: words.pasteKeyHint },
        ]}
      />
      <div className="hidden group-has-[input[value=paste]:checked]/dkim:block">
        <Field name="dkimSecretKey" label={words.pastedKey} hint={words.pastedKeyHint} error={errors.dkimSecretKey}>
          {(control) => <SecretInput key={version} control={control} lines />}
        </Field>
      </div>
      <div className={isKeySaved ? undefined : "group-has-[input[value=keep]:checked]/dkim:hidden"}>
        <Switch
          id="dkimEnabled"
          name="dkimEnabled"
          label={words.sign}
          hint={words.signHint}
          defaultChecked={values.dkimEnabled !== undefined}
        />
      </div>
      {!isKeySaved && (
        <p className="hidden text-ink-muted text-sm group-has-[input[value=keep]:checked]/dkim:block">
          {words.signLater}
        </p>
      )}
    </div>
  );
}
