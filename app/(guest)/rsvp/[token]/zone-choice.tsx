import { Field } from "@/app/_components/field";
import { IntentButton } from "@/app/_components/intent-button";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";
import type { FormWords } from "./form-words";

type Props = {
  zones: TimeZoneGroup[] | undefined;
  shown: string;
  /** Chosen by this person, and not the meeting's. */
  isOwn: boolean;
  typed: string | undefined;
  words: FormWords;
};

export function ZoneChoice({ zones, shown, isOwn, typed, words }: Props) {
  if (!zones)
    return (
      <button type="submit" name="intent" value="zones" className="link min-h-6 self-start text-sm">
        {words.otherZone}
      </button>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <Field name="timeZone" label={words.timeZone} hint={words.preferencesHint}>
          {(control) => (
            <TimeZoneSelect
              {...control}
              groups={zones}
              detect={!isOwn && typed === undefined}
              defaultValue={typed ?? shown}
            />
          )}
        </Field>
      </div>
      <IntentButton intent="zone" label={words.save} pendingLabel={words.saving} />
    </div>
  );
}
