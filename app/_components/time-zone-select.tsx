"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import type { TimeZoneGroup } from "@/lib/time/zone-groups";
import { currentTimeZoneName } from "@/lib/time/zone-names";
import { Select } from "./select";

type Props = Omit<ComponentProps<"select">, "children"> & {
  groups: TimeZoneGroup[];
  /** Preselect the browser's zone; for the first form a person fills in, never over a choice already made. */
  detect?: boolean;
};

export function TimeZoneSelect({ groups, detect, ...select }: Props) {
  const marker = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = marker.current?.querySelector("select");
    if (!detect || !element) return;
    const zone = currentTimeZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
    if ([...element.options].some((option) => option.value === zone)) element.value = zone;
  }, [detect]);

  return (
    <div ref={marker}>
      <Select {...select}>
        {groups.map(({ region, zones }) => (
          <optgroup key={region} label={region}>
            {zones.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  );
}
