import { expect, test } from "vitest";
import { locales } from "@/lib/locale";
import { timeZoneGroups } from "@/lib/time/zone-groups";
import { wordsIn } from "@/lib/words/words-in";

test.each(locales)("every region of the time zones has its name in %s", (locale) => {
  const named = Object.values<string>(wordsIn(locale).time.regions);
  for (const { region, zones } of timeZoneGroups(new Date("2026-11-30T12:00:00Z"), locale)) {
    expect(named).toContain(region);
    expect(zones.length).toBeGreaterThan(0);
  }
});
