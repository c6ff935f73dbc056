import type { Database } from "@/lib/db";
import type { MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import type { StaleLink } from "@/lib/meetings/plan/stale-links";
import { type FaultyLink, faultyLinks } from "@/lib/meetings/read/link-fault";
import { type OutdatedPerson, outdatedPeople } from "@/lib/meetings/read/outdated";
import { meetingStaleLinks } from "@/lib/meetings/read/stale-links";
import { type UndeliveredPerson, undeliveredPeople } from "@/lib/meetings/read/undelivered";

/** `danger`: somebody misses something until the organiser acts. `info`: only the organiser is concerned. */
export type Urgency = "danger" | "warning" | "info";

/** None of the lists is empty. */
export type MeetingProblem = { urgency: Urgency } & (
  | { code: "faulty-links"; links: FaultyLink[] }
  | { code: "undelivered"; people: UndeliveredPerson[] }
  | { code: "outdated"; people: OutdatedPerson[] }
  | { code: "stale-links"; links: StaleLink[] }
);

const urgencies: Urgency[] = ["danger", "warning", "info"];

/** What needs the organiser's attention, the most urgent first. The caller has checked who asks. */
export async function meetingProblems(
  db: Database,
  meeting: MeetingFacts & { id: string; status: "CONFIRMED" | "CANCELLED" },
  now: Date,
): Promise<MeetingProblem[]> {
  const isAhead = meeting.status === "CONFIRMED" && meeting.endsAt > now;
  const [undelivered, faulty, outdated, stale] = await Promise.all([
    undeliveredPeople(db, meeting.id),
    isAhead ? faultyLinks(db, { meetingId: meeting.id, now }) : [],
    isAhead ? outdatedPeople(db, meeting, now) : [],
    isAhead ? meetingStaleLinks(db, { meetingId: meeting.id, now }) : [],
  ]);
  const isGivenUp = undelivered.some(({ state }) => state !== "deferred");
  const isAlone = outdated.every(({ isOrganiser }) => isOrganiser);
  const problems: MeetingProblem[] = [];
  // Equal urgencies stay in this order.
  if (faulty.length > 0) problems.push({ code: "faulty-links", urgency: "warning", links: faulty });
  if (undelivered.length > 0)
    problems.push({ code: "undelivered", urgency: isGivenUp ? "danger" : "warning", people: undelivered });
  if (outdated.length > 0) problems.push({ code: "outdated", urgency: isAlone ? "info" : "warning", people: outdated });
  if (stale.length > 0)
    problems.push({
      code: "stale-links",
      urgency: stale.every(({ why }) => why === "time") ? "info" : "warning",
      links: stale,
    });
  return problems.sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
}
