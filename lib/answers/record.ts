import { isDeepStrictEqual } from "node:util";
import { maxNoteLength } from "@/lib/answers/answer-form";
import { type LockedParticipant, lockForAnswer } from "@/lib/answers/lock-for-answer";
import type { NamedOccurrence } from "@/lib/answers/named-occurrence";
import type { AnswerRefusal } from "@/lib/answers/refusal";
import type { Database, Transaction } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import { newestCalendarMailArgs } from "@/lib/mail/ledger/newest";
import { noticeAnswer } from "@/lib/mail/notices/answers";
import { type Proposal, proposalColumns, proposalOf } from "@/lib/participants/proposal";
import { cleanText } from "@/lib/text";
import { sameTime, type Time, writeTime } from "@/lib/time/start-and-end";
import { readZonedTime } from "@/lib/time/wall-time";

export type GivenAnswer = {
  participantId: string;
  /** NONE for a proposal without an answer: the current answer stays. */
  answer: "ACCEPTED" | "TENTATIVE" | "DECLINED" | "NONE";
  note: string;
  now: Date;
} & (
  | {
      via: "WEB";
      /** The time that the page showed (`writeTime`). */
      time: string;
    }
  | {
      via: "MAIL";
      sequence: number;
      stampedAt: Date;
      occurrence: NamedOccurrence | null;
      proposal: Proposal | null;
    }
);

export type RecordResult =
  | { ok: true; changed: boolean }
  | { ok: false; reason: AnswerRefusal | "outdated" | "too-many" };

/**
 * A looping program would fill the history and the organiser's mailbox.
 * Answers by mail and on the web count apart, so a loop by mail leaves the page usable.
 */
const maxChangesAnHour = 20;
const hourMs = 60 * 60_000;

/**
 * Saves the current answer and a row of the history. A repeated answer saves nothing.
 * A web answer is outdated if the meeting moved since the page was loaded. A mail reply is outdated if the person's
 * SEQUENCE is higher by now, or if a newer reply was saved (RFC 5546 §2.1.5). Mails may arrive out of order.
 */
export async function recordAnswer(db: Database, given: GivenAnswer): Promise<RecordResult> {
  const { participantId, via, now } = given;
  // A calendar's clock may be ahead. Its reply must not outdate later ones.
  const stampedAt = via === "MAIL" && given.stampedAt < now ? given.stampedAt : now;
  return db.prisma.$transaction(async (tx): Promise<RecordResult> => {
    const asked = await lockForAnswer(tx, participantId, now);
    if (typeof asked === "string") return { ok: false, reason: asked };
    const { sequence } = asked;
    const answeredTime = await answeredTimeOf(tx, given, asked);
    if (!answeredTime) return { ok: false, reason: "outdated" };
    const toSave = await (isToOtherOccurrence(given, asked, answeredTime)
      ? answerToOtherOccurrence(given)
      : answerToOccurrence(tx, given, { asked, answeredTime, stampedAt }));
    if (toSave === "outdated") return { ok: false, reason: toSave };
    if (toSave === "repeated") return { ok: true, changed: false };
    const { answer, note, time } = toSave;
    const { startsAt, endsAt } = time ?? { startsAt: null, endsAt: null };
    const mail = via === "MAIL" ? mailColumns(given) : {};
    const occurrenceId = time ? asked.occurrence.id : null;
    const reply = { participantId, occurrenceId, via, answer, note, ...mail, sequence, startsAt, endsAt, stampedAt };
    // Two replies can have one DTSTAMP, and a second reader of the mailbox can handle them in the other order.
    if (via === "MAIL" && (await tx.participantAnswer.count({ where: reply })) > 0) return { ok: true, changed: false };
    const lately = { participantId, via, createdAt: { gt: new Date(now.getTime() - hourMs) } };
    if ((await tx.participantAnswer.count({ where: lately })) >= maxChangesAnHour)
      return { ok: false, reason: "too-many" };
    if (time) {
      const key = { participantId, occurrenceId: asked.occurrence.id };
      const update = { answer, note, answeredAt: now, ...time };
      await tx.currentAnswer.upsert({
        where: { participantId_occurrenceId: key },
        update,
        create: { id: newId(), ...key, ...update },
      });
    }
    await tx.participantAnswer.create({ data: { id: newId(), ...reply, createdAt: now } });
    await noticeAnswer(db, tx, { participantId, now });
    return { ok: true, changed: true };
  });
}

/** `time` is null for an occurrence that the meeting does not have. */
type AnswerToSave = { answer: GivenAnswer["answer"]; note: string; time: Time | null };

/** True if RECURRENCE-ID names neither the start in the person's calendar nor the original start (RFC 5545 §3.8.4.4). */
function isToOtherOccurrence(given: GivenAnswer, { occurrence }: LockedParticipant, answeredTime: Time): boolean {
  if (given.via === "WEB" || !given.occurrence) return false;
  const named = given.occurrence.startsAt;
  const known = [answeredTime.startsAt, readZonedTime(occurrence.originalStart)];
  return !named || known.every((start) => +start !== +named);
}

const answerToOtherOccurrence = ({ answer, note }: GivenAnswer): AnswerToSave => ({
  answer,
  note: cut(note),
  time: null,
});

type Basis = { asked: LockedParticipant; answeredTime: Time; stampedAt: Date };

async function answerToOccurrence(
  tx: Transaction,
  given: GivenAnswer,
  { asked, answeredTime, stampedAt }: Basis,
): Promise<AnswerToSave | "outdated" | "repeated"> {
  const { participantId, via } = given;
  const last = await tx.participantAnswer.findFirst({
    where: { participantId, sequence: { gte: asked.sequence }, occurrenceId: asked.occurrence.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  // On the web, people see what they change, so the last click counts.
  if (via === "MAIL" && last !== null && stampedAt < wholeSecond(last.stampedAt)) return "outdated";
  const before = asked.current;
  const answer = given.answer === "NONE" ? (before?.answer ?? "NONE") : given.answer;
  const time = given.answer === "NONE" && before ? onlyTime(before) : answeredTime;
  const sameAnswer = before !== null && answer === before.answer && sameTime(before, time);
  // A calendar's repeat or proposal without a comment keeps the earlier note.
  const repeats = given.answer === "NONE" || sameAnswer;
  const note = cut(given.note) || (via === "MAIL" && repeats ? (before?.note ?? "") : "");
  const sameProposal = isDeepStrictEqual(
    proposalColumns(via === "MAIL" ? given.proposal : null),
    proposalColumns(last && proposalOf(last)),
  );
  return sameAnswer && note === before.note && sameProposal ? "repeated" : { answer, note, time };
}

const mailColumns = ({ proposal, occurrence }: Extract<GivenAnswer, { via: "MAIL" }>) => ({
  ...proposalColumns(proposal),
  recurrenceId: occurrence?.recurrenceId ?? null,
  recurrenceStart: occurrence?.startsAt ?? null,
});

/** The answered time. On the web the page's, by mail the one in the person's newest mail. Null if outdated. */
async function answeredTimeOf(
  tx: Transaction,
  given: GivenAnswer,
  { occurrence, sequence }: LockedParticipant,
): Promise<Time | null> {
  if (given.via === "WEB") return given.time === writeTime(occurrence) ? onlyTime(occurrence) : null;
  if (given.sequence < sequence) return null;
  // A new time raises SEQUENCE, so all mails with this one have the same time.
  const { revision } = await tx.delivery.findFirstOrThrow({
    ...newestCalendarMailArgs,
    where: { participantId: given.participantId, ...newestCalendarMailArgs.where },
    select: { revision: { select: { startsAt: true, endsAt: true } } },
  });
  return revision;
}

/** Cleaned again, because the cut may split a character. */
const cut = (text: string): string => cleanText(cleanText(text).slice(0, maxNoteLength));

const onlyTime = ({ startsAt, endsAt }: Time): Time => ({ startsAt, endsAt });
