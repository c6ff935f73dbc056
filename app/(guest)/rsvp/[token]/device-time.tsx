"use client";

import { useHydrated } from "@/app/_components/hydrated";
import { currentTimeZoneName } from "@/app/_components/time-zones";
import type { Locale } from "@/lib/locale";
import { whenLines } from "@/lib/time/when";
import { WhenLine } from "./when-line";

type Props = { startsAt: Date; endsAt: Date; shownZones: string[]; locale: Locale; whose: string };

/** The time on the clock that this person looks at, where no line shows it yet. Only a browser knows its zone. */
export function DeviceTime({ startsAt, endsAt, shownZones, locale, whose }: Props) {
  if (!useHydrated()) return null;
  const viewerZone = currentTimeZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const lines = shownZones.map((timeZone) => whenLines({ startsAt, endsAt, timeZone, viewerZone, locale }));
  // One line: the two zones' clocks show the same.
  if (lines.some(({ length }) => length === 1)) return null;
  return <WhenLine line={lines[0]![0]!} whose={whose} />;
}
