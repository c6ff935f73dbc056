import type { StaleLink } from "@/lib/meetings/plan/stale-links";
import { zoneName } from "@/lib/time/when";
import type { PageWords } from "@/lib/words/en/pages";
import { dayAndClock } from "../../clock";

/** Links from earlier mails that still open the room, alike for all these people. */
export type StaleLinkGroup = { names: string[]; why: StaleLink["why"]; from: string; until: string };

/** Pure: those alike are one line, so that moving a meeting of 500 does not make 500 of them. */
export function staleLinkGroups(links: StaleLink[], timeZone: string): StaleLinkGroup[] {
  const groups = new Map<string, StaleLinkGroup>();
  for (const { name, email, why, from, until } of links) {
    const key = JSON.stringify([why, from, until]);
    const group = groups.get(key) ?? {
      names: [],
      why,
      from: dayAndClock(from, timeZone),
      until: `${dayAndClock(until, timeZone)} (${zoneName(timeZone)})`,
    };
    group.names.push(name || email);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A wrong time alone lets nobody in who should not come. */
export const staleLinkTone = (groups: StaleLinkGroup[]) =>
  groups.some(({ why }) => why !== "time") ? ("warning" as const) : ("info" as const);

export const staleLinkLines = (groups: StaleLinkGroup[], words: PageWords["problems"]["staleLinks"]): string[] =>
  groups.map(({ names, why, from, until }) =>
    why === "time" ? words.time(names, from, until) : words[why](names, until),
  );
