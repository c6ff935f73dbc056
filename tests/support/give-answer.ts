import { findAsked } from "@/lib/answers/find";
import type { NamedOccurrence } from "@/lib/answers/named-occurrence";
import { type GivenAnswer, recordAnswer } from "@/lib/answers/record";
import type { Database } from "@/lib/db";
import type { Proposal } from "@/lib/participants/proposal";
import { writeTime } from "@/lib/time/start-and-end";

export type Said = {
  answer?: GivenAnswer["answer"];
  note?: string;
  now?: Date;
  via?: GivenAnswer["via"];
  /** Of the page; otherwise of one that is opened now. */
  time?: string;
  /** Of the calendar's reply. */
  sequence?: number;
  stampedAt?: Date;
  proposal?: Proposal;
  occurrence?: NamedOccurrence;
};

/** Accepts on the web, where nothing else is said. */
export async function giveAnswer(db: Database, participantId: string, said: Said = {}) {
  const { answer = "ACCEPTED", note = "", now = new Date(), via = "WEB" } = said;
  const given = { participantId, answer, note, now };
  if (via === "WEB")
    return recordAnswer(db, { ...given, via, time: said.time ?? (await shownTime(db, participantId)) });
  const { sequence = 0, stampedAt = now, proposal = null, occurrence = null } = said;
  return recordAnswer(db, { ...given, via, sequence, stampedAt, proposal, occurrence });
}

/** What the form of somebody's answer page carries. */
export async function shownTime(db: Database, participantId: string): Promise<string> {
  const asked = await findAsked(db, participantId);
  return asked ? writeTime(asked) : "";
}

/** A proposal of the Friday after the meetings of the tests. */
export const friday = { startsAt: new Date("2026-11-27T10:00:00Z"), endsAt: new Date("2026-11-27T11:00:00Z") };

/** What somebody says now to the one occurrence of their meeting. */
export async function currentAnswer(db: Database, participantId: string) {
  const [row] = await db.prisma.currentAnswer.findMany({ where: { participantId } });
  const { answer = "NONE", note = "", answeredAt = null, startsAt = null, endsAt = null } = row ?? {};
  return { answer, note, answeredAt, startsAt, endsAt };
}
