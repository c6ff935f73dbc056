import { spanParts } from "@/lib/invitations/when";

type Meeting = { startsAt: Date; endsAt: Date; opensBeforeMinutes: number; closesAfterMinutes: number };

const minuteMs = 60_000;

/** As a person is told: without the minute by which tokens open earlier for clocks that are behind. */
export function linkTimes({ startsAt, endsAt, opensBeforeMinutes, closesAfterMinutes }: Meeting) {
  return {
    opensAt: new Date(startsAt.getTime() - opensBeforeMinutes * minuteMs),
    closesAt: new Date(endsAt.getTime() + closesAfterMinutes * minuteMs),
  };
}

/** `Links open on Tuesday 24 November 2026, 14:45 and work until 20:00 (Kathmandu time, GMT+5:45).` */
export function linkTimesInWords({ opensAt, closesAt }: ReturnType<typeof linkTimes>, timeZone: string): string {
  const { from, until, zone } = spanParts({ startsAt: opensAt, endsAt: closesAt, timeZone });
  return `Links open on ${from} and work until ${until} (${zone}).`;
}
