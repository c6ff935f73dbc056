import { longestNote } from "@/lib/answers/note";
import { type AnswerRefusal, refusalOf } from "@/lib/answers/refusal";
import type { Database, Transaction } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import { newestMailArgs } from "@/lib/mail/ledger/newest";
import { noticeAnswer } from "@/lib/mail/notices/answers";
import { lockMeeting } from "@/lib/occurrences/lock-meeting";
import { answeredTime, sameTime, type Time, writeTime } from "@/lib/participants/answered-time";
import { cleanText } from "@/lib/text";
import { Prisma } from "@/prisma/generated/client";

export type GivenAnswer = {
  participantId: string;
  /** NONE: only a proposal came; the answer stays what it is. */
  answer: "ACCEPTED" | "TENTATIVE" | "DECLINED" | "NONE";
  note: string;
  now: Date;
} & (
  | {
      via: "WEB";
      /** The time that the page showed, as its form carries it (`writeTime`). */
      time: string;
    }
  | {
      via: "MAIL";
      /** SEQUENCE and DTSTAMP of the calendar's reply. */
      sequence: number;
      stampedAt: Date;
      /** What the calendar proposes instead, in words; empty when nothing. */
      proposal: string;
    }
);

export type RecordResult =
  /** `changed` is false where the same had been said before. */
  { ok: true; changed: boolean } | { ok: false; reason: AnswerRefusal | "outdated" | "too-many" };

/** Nobody changes their mind as often: a program that does would fill the history, and the organiser's mailbox. */
const mostAnHour = 20;
const hourMs = 60 * 60_000;

type Asked = {
  answer: GivenAnswer["answer"];
  answerNote: string;
  answerStartsAt: Date | null;
  answerEndsAt: Date | null;
  sequence: number;
  isOrganiser: boolean;
  meeting: Time;
};

/**
 * Writes an answer down, once however often it comes: on the participant as it stands, and as a row of the history, with
 * the time that it is an answer to. On the web that is what the page showed; when the meeting has been moved since, told
 * or not, the answer is outdated. By mail it is what the person's calendar was told, which after a silent change is not
 * the meeting's time. A reply is outdated when they were told of another time since, and when it is older than what was
 * answered last (RFC 5546 §2.1.5): mail does not keep its order.
 */
export async function recordAnswer(db: Database, given: GivenAnswer): Promise<RecordResult> {
  const { participantId, via, now } = given;
  // A calendar's clock may be ahead; its reply must not outdate the answers of tomorrow.
  const stampedAt = via === "MAIL" && given.stampedAt < now ? given.stampedAt : now;
  return db.prisma.$transaction(async (tx): Promise<RecordResult> => {
    const asked = await lockAsked(tx, participantId, now);
    if (typeof asked === "string") return { ok: false, reason: asked };
    const { sequence } = asked;
    const last = await tx.participantAnswer.findFirst({
      where: { participantId, sequence: { gte: sequence } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    // On the web somebody sees what they change, so the last click counts.
    const overtaken = via === "MAIL" && last !== null && stampedAt < wholeSecond(last.stampedAt);
    const meant = await timeAsked(tx, given, asked);
    if (!meant || overtaken) return { ok: false, reason: "outdated" };

    const before = answeredTime(asked);
    const [answer, time] = given.answer === "NONE" ? [asked.answer, before ?? meant] : [given.answer, meant];
    // A calendar that says the same, or only proposes, and sends no comment takes nothing back that was written before.
    const repeats = given.answer === "NONE" || (answer === asked.answer && before !== null && sameTime(before, time));
    const note = cut(given.note) || (via === "MAIL" && repeats ? asked.answerNote : "");
    const proposal = via === "MAIL" ? cut(given.proposal) : "";
    const same = answer === asked.answer && note === asked.answerNote && proposal === (last?.proposal ?? "");
    if (same && before && sameTime(before, time)) return { ok: true, changed: false };
    // Two replies of one second, of which a second reader of the mailbox takes the first after the other.
    const { startsAt, endsAt } = time;
    const reply = { participantId, via, answer, note, proposal, sequence, startsAt, endsAt, stampedAt };
    if (via === "MAIL" && (await tx.participantAnswer.count({ where: reply })) > 0) return { ok: true, changed: false };
    const lately = { participantId, createdAt: { gt: new Date(now.getTime() - hourMs) } };
    if ((await tx.participantAnswer.count({ where: lately })) >= mostAnHour) return { ok: false, reason: "too-many" };
    await tx.participant.update({
      where: { id: participantId },
      data: { answer, answerNote: note, answeredAt: now, answerStartsAt: startsAt, answerEndsAt: endsAt },
    });
    await tx.participantAnswer.create({
      data: { id: newId(), ...reply, createdAt: now },
    });
    await noticeAnswer(db, tx, { participantId, now });
    return { ok: true, changed: true };
  });
}

/** To which time this is an answer; null where that is not asked any more. */
async function timeAsked(tx: Transaction, given: GivenAnswer, { meeting, sequence }: Asked): Promise<Time | null> {
  if (given.via === "WEB") return given.time === writeTime(meeting) ? meeting : null;
  if (given.sequence < sequence) return null;
  // Another time has raised SEQUENCE, so that every mail with this one tells the same.
  const { revision } = await tx.delivery.findFirstOrThrow({
    ...newestMailArgs,
    where: { participantId: given.participantId, ...newestMailArgs.where },
    select: { revision: { select: { startsAt: true, endsAt: true } } },
  });
  return revision;
}

/** Holds the meeting and the person, so that neither is changed before the answer is written. */
async function lockAsked(tx: Transaction, participantId: string, now: Date): Promise<Asked | AnswerRefusal> {
  const meetingId = Prisma.sql`SELECT "meetingId" FROM "Participant" WHERE "id" = ${participantId}::uuid`;
  await lockMeeting(tx, meetingId, "FOR NO KEY UPDATE");
  const [meeting] = await tx.$queryRaw<(Time & { status: "CONFIRMED" | "CANCELLED" })[]>`
    SELECT "status", "startsAt", "endsAt" FROM "Occurrence" WHERE "meetingId" = (${meetingId})`;
  const [person] = await tx.$queryRaw<(Omit<Asked, "meeting"> & { removedAt: Date | null })[]>`
    SELECT "answer", "answerNote", "answerStartsAt", "answerEndsAt", "sequence", "isOrganiser", "removedAt"
    FROM "Participant" WHERE "id" = ${participantId}::uuid FOR UPDATE`;
  if (!meeting || !person) return "removed";
  return refusalOf({ ...person, ...meeting }, now) ?? { ...person, meeting };
}

/** Cleaned again, since a cut may go through the middle of a character. */
const cut = (text: string): string => cleanText(cleanText(text).slice(0, longestNote));
