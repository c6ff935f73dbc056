import type { Database } from "@/lib/db";
import { type FaultyLink, faultyLinks } from "@/lib/meetings/link-health";
import type { OldLink } from "@/lib/meetings/plan/stale-links";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import { type UntoldPerson, untoldPeople } from "@/lib/meetings/read/outdated";
import { leftLinks } from "@/lib/meetings/read/stale-links";
import { type UnreachedPerson, unreachedPeople } from "@/lib/meetings/read/undelivered";

/** `danger`: somebody misses something until the organiser acts. `info`: nobody but the organiser is concerned. */
type Urgency = "danger" | "warning" | "info";

/** None of the lists is empty. */
export type MeetingProblem = { urgency: Urgency } & (
  | { code: "faulty-links"; links: FaultyLink[] }
  | { code: "undelivered"; people: UnreachedPerson[] }
  | { code: "outdated"; people: UntoldPerson[] }
  | { code: "stale-links"; links: OldLink[] }
);

const urgencies: Urgency[] = ["danger", "warning", "info"];

/** All that needs the organiser's attention in a meeting, the most urgent first. */
export async function meetingProblems(db: Database, meeting: MeetingDetails, now: Date): Promise<MeetingProblem[]> {
  const isAhead = meeting.status === "CONFIRMED" && meeting.endsAt > now;
  const [undelivered, faulty, outdated, stale] = await Promise.all([
    unreachedPeople(db, meeting.id),
    faultyLinks(db, { meetingId: meeting.id, now }),
    untoldPeople(db, meeting, now),
    isAhead ? leftLinks(db, meeting, now) : [],
  ]);
  const isGivenUp = undelivered.some(({ mail }) => mail !== "waiting");
  const isAlone = outdated.every(({ isOrganiser }) => isOrganiser);
  const isTimeOnly = stale.every(({ why }) => why === "time");
  const all: MeetingProblem[] = [
    { code: "faulty-links", urgency: "warning", links: faulty },
    { code: "undelivered", urgency: isGivenUp ? "danger" : "warning", people: undelivered },
    { code: "outdated", urgency: isAlone ? "info" : "warning", people: outdated },
    { code: "stale-links", urgency: isTimeOnly ? "info" : "warning", links: stale },
  ];
  return all
    .filter((problem) => ("people" in problem ? problem.people : problem.links).length > 0)
    .sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
}
