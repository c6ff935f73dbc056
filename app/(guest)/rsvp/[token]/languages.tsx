import type { Locale } from "@/lib/locale";

export type LanguageChoices = { value: Locale; label: string }[];

type Props = { locale: Locale; choices: LanguageChoices; label: string };

/** For each language a button in it: somebody who cannot read the page finds their own. */
export function Languages({ locale, choices, label }: Props) {
  return (
    <section aria-label={label} className="border-line border-t pt-4 text-sm">
      <div className="-mx-2 flex flex-wrap">
        {choices.map((one) => (
          <button
            key={one.value}
            type="submit"
            name="locale"
            value={one.value}
            lang={one.value}
            aria-current={one.value === locale || undefined}
            className="min-h-11 rounded-control px-2 text-ink-muted hover:bg-sunken hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {one.label}
          </button>
        ))}
      </div>
    </section>
  );
}
