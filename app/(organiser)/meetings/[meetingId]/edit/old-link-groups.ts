import { clockSkewMs } from "@/lib/jitsi/room-token";
import type { OldLink } from "@/lib/meetings/old-links";
import { clockAt } from "../../clock-range";
import { zoneName } from "../../zone-name";
import type { OldLinkGroup } from "./edit-state";

/** Pure: those alike are one line, so that moving a meeting of 500 does not make 500 of them. */
export function oldLinkGroups(
  links: OldLink[],
  { timeZone, startsAt }: { timeZone: string; startsAt: Date },
): OldLinkGroup[] {
  const groups = new Map<string, OldLinkGroup>();
  const clock = (at: Date) => clockAt(at, timeZone, startsAt);
  for (const { name, email, why, from, until } of links) {
    const key = JSON.stringify([why, from, until]);
    const group = groups.get(key) ?? {
      names: [],
      why,
      // The minute that a token opens earlier is for clocks, not for people.
      from: clock(new Date(from.getTime() + clockSkewMs)),
      until: `${clock(until)} (${zoneName(timeZone)})`,
    };
    group.names.push(name || email);
    groups.set(key, group);
  }
  return [...groups.values()];
}
