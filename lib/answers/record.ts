import { longestNote } from "@/lib/answers/note";
import { type AnswerRefusal, refusalOf } from "@/lib/answers/refusal";
import type { Database, Transaction } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import { noticeAnswer } from "@/lib/notices/answers";
import { cleanText } from "@/lib/text";

export type GivenAnswer = {
  participantId: string;
  /** NONE: only a proposal came; the answer stays what it is. */
  answer: "ACCEPTED" | "TENTATIVE" | "DECLINED" | "NONE";
  note: string;
  via: "WEB" | "MAIL";
  /** SEQUENCE of what was answered: of the page that was open, or of the calendar's reply. */
  sequence: number;
  /** When the person answered: DTSTAMP of a reply, now on the web. */
  stampedAt: Date;
  /** What a calendar proposes instead, in words; empty when nothing. */
  proposal: string;
  now: Date;
};

export type RecordResult =
  /** `changed` is false where the same had been said before. */
  { ok: true; changed: boolean } | { ok: false; reason: AnswerRefusal | "outdated" | "too-many" };

/** Nobody changes their mind as often: a program that does would fill the history, and the organiser's mailbox. */
const mostAnHour = 20;
const hourMs = 60 * 60_000;

type Asked = { answer: GivenAnswer["answer"]; answerNote: string; sequence: number; isOrganiser: boolean };

/**
 * Writes an answer down, once however often it comes: on the participant as it stands, and as a row of the history.
 * An answer to a time that is no longer the meeting's is outdated, and so is a reply older than what was answered last
 * (RFC 5546 §2.1.5): mail does not keep its order.
 */
export async function recordAnswer(db: Database, given: GivenAnswer): Promise<RecordResult> {
  const { participantId, via, now } = given;
  // A calendar's clock may be ahead; its reply must not outdate the answers of tomorrow.
  const stampedAt = new Date(Math.min(given.stampedAt.getTime(), now.getTime()));
  return db.prisma.$transaction(async (tx): Promise<RecordResult> => {
    const asked = await lockAsked(tx, participantId, now);
    if (typeof asked === "string") return { ok: false, reason: asked };
    const last = await tx.participantAnswer.findFirst({
      where: { participantId, sequence: { gte: asked.sequence } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    // On the web somebody sees what they change, so the last click counts.
    const overtaken = via === "MAIL" && last !== null && stampedAt < wholeSecond(last.stampedAt);
    if (given.sequence < asked.sequence || overtaken) return { ok: false, reason: "outdated" };

    const answer = given.answer === "NONE" ? asked.answer : given.answer;
    const note = cut(given.note);
    const proposal = cut(given.proposal);
    const same = answer === asked.answer && note === asked.answerNote && proposal === (last?.proposal ?? "");
    if (same) return { ok: true, changed: false };
    // Two replies of one second, of which a second reader of the mailbox takes the first after the other.
    const { sequence } = asked;
    const reply = { participantId, via, answer, note, proposal, sequence, stampedAt };
    if (via === "MAIL" && (await tx.participantAnswer.count({ where: reply })) > 0) return { ok: true, changed: false };
    const lately = { participantId, createdAt: { gt: new Date(now.getTime() - hourMs) } };
    if ((await tx.participantAnswer.count({ where: lately })) >= mostAnHour) return { ok: false, reason: "too-many" };
    await tx.participant.update({
      where: { id: participantId },
      data: { answer, answerNote: note, answeredAt: now },
    });
    await tx.participantAnswer.create({
      data: { id: newId(), ...reply, createdAt: now },
    });
    await noticeAnswer(db, tx, { participantId, now });
    return { ok: true, changed: true };
  });
}

/**
 * Holds the person until the end, so that two answers come one after the other; and the meeting, so that it is not moved
 * or cancelled meanwhile. In the order in which a change of the meeting takes them.
 */
async function lockAsked(tx: Transaction, participantId: string, now: Date): Promise<Asked | AnswerRefusal> {
  const [meeting] = await tx.$queryRaw<{ status: "CONFIRMED" | "CANCELLED"; endsAt: Date }[]>`
    SELECT "status", "endsAt" FROM "Meeting"
    WHERE "id" = (SELECT "meetingId" FROM "Participant" WHERE "id" = ${participantId}::uuid) FOR SHARE`;
  const [person] = await tx.$queryRaw<(Asked & { removedAt: Date | null })[]>`
    SELECT "answer", "answerNote", "sequence", "isOrganiser", "removedAt" FROM "Participant"
    WHERE "id" = ${participantId}::uuid FOR UPDATE`;
  if (!meeting || !person) return "removed";
  return refusalOf({ ...person, ...meeting }, now) ?? person;
}

/** Cleaned again, since a cut may go through the middle of a character. */
const cut = (text: string): string => cleanText(cleanText(text).slice(0, longestNote));
