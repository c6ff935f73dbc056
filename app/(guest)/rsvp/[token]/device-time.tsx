"use client";

import { lazy, Suspense } from "react";
import { useHydrated } from "@/app/_components/hydrated";
import type { DeviceLineProps } from "./device-line";

/** It brings the words of all languages along, so the page does not wait for it. */
const DeviceLine = lazy(() => import("./device-line"));

/** Only a browser knows the zone of its clock. */
export function DeviceTime(props: DeviceLineProps) {
  if (!useHydrated()) return null;
  return (
    <Suspense>
      <DeviceLine {...props} />
    </Suspense>
  );
}
