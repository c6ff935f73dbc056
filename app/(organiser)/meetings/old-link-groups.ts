import { clockSkewMs } from "@/lib/jitsi/room-token";
import type { StaleLink } from "@/lib/meetings/plan/stale-links";
import { dayAndClock } from "./clock-range";
import { zoneName } from "./zone-name";

/** Links that still open a door, alike for all these people. */
export type OldLinkGroup = { names: string[]; why: StaleLink["why"]; from: string; until: string };

/** Pure: those alike are one line, so that moving a meeting of 500 does not make 500 of them. */
export function oldLinkGroups(links: StaleLink[], timeZone: string): OldLinkGroup[] {
  const groups = new Map<string, OldLinkGroup>();
  for (const { name, email, why, from, until } of links) {
    const key = JSON.stringify([why, from, until]);
    const group = groups.get(key) ?? {
      names: [],
      why,
      // The minute that a token opens earlier is for clocks, not for people.
      from: dayAndClock(new Date(from.getTime() + clockSkewMs), timeZone),
      until: `${dayAndClock(until, timeZone)} (${zoneName(timeZone)})`,
    };
    group.names.push(name || email);
    groups.set(key, group);
  }
  return [...groups.values()];
}
