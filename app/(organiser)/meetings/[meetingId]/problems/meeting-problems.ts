import type { Database } from "@/lib/db";
import { type FaultyLink, faultyLinks } from "@/lib/meetings/link-health";
import type { OldLink } from "@/lib/meetings/plan/stale-links";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import { type UntoldPerson, untoldPeople } from "@/lib/meetings/read/outdated";
import { leftLinks } from "@/lib/meetings/read/stale-links";
import { type UnreachedPerson, unreachedPeople } from "@/lib/meetings/read/undelivered";

/** What the organiser of a meeting has to know or mend. */
export type MeetingProblem =
  /** People whose newest mail did not reach them. */
  | { kind: "undelivered"; people: UnreachedPerson[] }
  /** People whose newest link does not open the room, or not all the time. */
  | { kind: "faulty-links"; links: FaultyLink[] }
  /** People who know an older state of the meeting. */
  | { kind: "outdated"; people: UntoldPerson[] }
  /** Links from earlier mails that open the room to somebody, or at a time, that they should not. */
  | { kind: "stale-links"; links: OldLink[] };

/** All problems of a meeting, the most urgent first. */
export async function meetingProblems(db: Database, meeting: MeetingDetails, now: Date): Promise<MeetingProblem[]> {
  const goesOn = meeting.status === "CONFIRMED" && meeting.endsAt > now;
  const [undelivered, faulty, outdated, stale] = await Promise.all([
    unreachedPeople(db, meeting.id),
    faultyLinks(db, { meetingId: meeting.id, now }),
    untoldPeople(db, meeting, now),
    goesOn ? leftLinks(db, meeting, now) : [],
  ]);
  const [failed, retrying] = [true, false].map((isFailed) =>
    undelivered.some(({ mail }) => mail !== "waiting") === isFailed ? undelivered : [],
  );
  const all: MeetingProblem[] = [
    { kind: "undelivered", people: failed! },
    { kind: "faulty-links", links: faulty },
    { kind: "outdated", people: outdated },
    // Mails that are tried again may still arrive without anybody's help.
    { kind: "undelivered", people: retrying! },
    { kind: "stale-links", links: stale },
  ];
  return all.filter((problem) => ("people" in problem ? problem.people : problem.links).length > 0);
}
