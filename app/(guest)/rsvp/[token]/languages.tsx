import { type Locale, languageNames, locales } from "@/lib/locale";

/** For each language a button in it: somebody who cannot read the page finds their own. */
export function Languages({ locale, label }: { locale: Locale; label: string }) {
  return (
    <section aria-label={label} className="border-line border-t pt-4 text-sm">
      <div className="-mx-2 flex flex-wrap">
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
      </div>
    </section>
  );
}
