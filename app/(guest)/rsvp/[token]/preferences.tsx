import Link from "next/link";
import { Field } from "@/app/_components/field";
import { SubmitButton } from "@/app/_components/submit-button";
import { TimeZoneSelect } from "@/app/_components/time-zone-select";
import { timeZoneGroups } from "@/app/_components/time-zones";
import { languageNames, locales } from "@/lib/locale";
import { preferencesAction } from "./actions";
import type { Asked } from "./load";

type Props = { token: string; asked: Asked; choosingZone: boolean };

/** For each language a button in it: somebody who cannot read the page finds their own. */
export function Preferences({ token, asked, choosingZone }: Props) {
  const { locale, words } = asked;
  return (
    <section
      aria-label={`${words.language}, ${words.timeZone}`}
      className="flex flex-col gap-3 border-line border-t pt-4 text-sm"
    >
      <form action={preferencesAction} className="-mx-2 flex flex-wrap">
        <input type="hidden" name="token" value={token} />
        {locales.map((one) => (
          <button
            key={one}
            type="submit"
            name="locale"
            value={one}
            lang={one}
            aria-current={one === locale || undefined}
            className="min-h-11 rounded-control px-2 text-ink-muted hover:bg-sunken hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {languageNames[one]}
          </button>
        ))}
      </form>
      {choosingZone ? (
        <ZoneForm token={token} asked={asked} />
      ) : (
        // A page of its own: the 418 zones are most of the bytes, and mail scanners load it as well.
        <Link href={`/rsvp/${token}?zone=choose`} scroll={false} prefetch={false} className="link self-start">
          {words.otherZone}
        </Link>
      )}
    </section>
  );
}

function ZoneForm({ token, asked: { person, words } }: Pick<Props, "token" | "asked">) {
  return (
    <form action={preferencesAction} className="flex flex-col items-start gap-3">
      <input type="hidden" name="token" value={token} />
      <div className="w-full">
        <Field name="timeZone" label={words.timeZone} hint={words.preferencesHint}>
          {(control) => (
            <TimeZoneSelect
              {...control}
              groups={timeZoneGroups(new Date())}
              detect={!person.ownZone}
              defaultValue={person.ownZone ?? person.timeZone}
            />
          )}
        </Field>
      </div>
      <SubmitButton tone="secondary" pendingLabel={words.saving}>
        {words.save}
      </SubmitButton>
    </form>
  );
}
