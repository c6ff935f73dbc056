import { Field } from "@/app/_components/field";
import { Select } from "@/app/_components/select";
import { useWords } from "@/app/_words/use-words";
import { type DomainChoice, domainName } from "./domain-choice";

type Props = {
  domains: DomainChoice[];
  values: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** A choice where there is one; a single domain is named and needs no question. */
export function DomainField({ domains, values, errors }: Props) {
  const words = useWords().meetingForm;
  const [first, ...others] = domains;
  if (others.length === 0 && !first!.closed && !errors.domainId) {
    return (
      <div>
        <p className="font-medium">{words.fields.domainId}</p>
        <p className="wrap-anywhere text-ink-muted">{domainName(first!, words)}</p>
        <input type="hidden" name="domainId" value={first!.id} />
      </div>
    );
  }
  return (
    <Field name="domainId" label={words.fields.domainId} error={errors.domainId}>
      {(control) => (
        <Select {...control} defaultValue={values.domainId ?? first!.id}>
          {domains.map((domain) => (
            <option key={domain.id} value={domain.id}>
              {domainName(domain, words)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
