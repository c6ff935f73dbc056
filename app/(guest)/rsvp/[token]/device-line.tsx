import type { Locale } from "@/lib/locale";
import { whenLines } from "@/lib/time/when";
import { currentTimeZoneName } from "@/lib/time/zone-names";
import { WhenLine } from "./when-line";

export type DeviceLineProps = { startsAt: Date; endsAt: Date; shownZones: string[]; locale: Locale; whose: string };

/** The time on the clock that this person looks at, where no line shows it yet. */
export default function DeviceLine({ startsAt, endsAt, shownZones, locale, whose }: DeviceLineProps) {
  const viewerZone = currentTimeZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const lines = shownZones.map((timeZone) => whenLines({ startsAt, endsAt, timeZone, viewerZone, locale }));
  // One line: the two zones' clocks show the same.
  if (lines.some(({ length }) => length === 1)) return null;
  return <WhenLine line={lines[0]![0]!} whose={whose} />;
}
