import type { Change } from "@/lib/mail/message/change";

export type MeetingFacts = {
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** IANA name. */
  timeZone: string;
  domainId: string;
  roomName: string;
};

export const factsOf = ({
  title,
  description,
  startsAt,
  endsAt,
  timeZone,
  domainId,
  roomName,
}: MeetingFacts): MeetingFacts => ({ title, description, startsAt, endsAt, timeZone, domainId, roomName });

export function changesBetween(before: MeetingFacts, after: MeetingFacts): Change[] {
  const changes: Change[] = [];
  if (before.title !== after.title) changes.push("title");
  if (before.description !== after.description) changes.push("description");
  if (+before.startsAt !== +after.startsAt || +before.endsAt !== +after.endsAt) changes.push("time");
  if (before.timeZone !== after.timeZone) changes.push("zone");
  if (before.domainId !== after.domainId) changes.push("domain");
  else if (before.roomName !== after.roomName) changes.push("room");
  return changes;
}

/**
 * SEQUENCE rises when DTSTART or DTEND read differently (RFC 5546 §2.1.4), as they do in another zone.
 * Other changes raise DTSTAMP only, so that nobody is asked to answer again.
 */
export const raisesSequence = (changes: Change[]): boolean => changes.includes("time") || changes.includes("zone");
