import { isDeepStrictEqual } from "node:util";
import { type Asked, lockAsked } from "@/lib/answers/lock-asked";
import type { NamedOccurrence } from "@/lib/answers/named-occurrence";
import { longestNote } from "@/lib/answers/note";
import type { AnswerRefusal } from "@/lib/answers/refusal";
import type { Database, Transaction } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import { newestMailArgs } from "@/lib/mail/ledger/newest";
import { noticeAnswer } from "@/lib/mail/notices/answers";
import { sameTime, type Time, writeTime } from "@/lib/participants/answered-time";
import { type Proposal, proposalColumns, proposalOf } from "@/lib/participants/proposal";
import { cleanText } from "@/lib/text";
import { wallTimeOf } from "@/lib/time/wall-time";

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
      occurrence: NamedOccurrence | null;
      proposal: Proposal | null;
    }
);

export type RecordResult =
  /** `changed` is false where the same had been said before. */
  { ok: true; changed: boolean } | { ok: false; reason: AnswerRefusal | "outdated" | "too-many" };

/** Nobody changes their mind as often: a program that does would fill the history, and the organiser's mailbox. */
const mostAnHour = 20;
const hourMs = 60 * 60_000;

/**
 * Writes an answer down, once however often it comes: as the current answer, and as a row of the history, with
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
    const meant = await timeAsked(tx, given, asked);
    if (!meant) return { ok: false, reason: "outdated" };
    const said = await (isToOther(given, asked, meant)
      ? answerToOther(given)
      : answerToThis(tx, given, { asked, meant, stampedAt }));
    if (said === "outdated") return { ok: false, reason: said };
    if (said === "repeated") return { ok: true, changed: false };
    const { answer, note, time } = said;
    const { startsAt, endsAt } = time ?? { startsAt: null, endsAt: null };
    const mail = via === "MAIL" ? mailColumns(given) : {};
    const occurrenceId = time ? asked.occurrence.id : null;
    const reply = { participantId, occurrenceId, via, answer, note, ...mail, sequence, startsAt, endsAt, stampedAt };
    // Two replies can have one DTSTAMP, and a second reader of the mailbox can handle them in the other order.
    if (via === "MAIL" && (await tx.participantAnswer.count({ where: reply })) > 0) return { ok: true, changed: false };
    const lately = { participantId, createdAt: { gt: new Date(now.getTime() - hourMs) } };
    if ((await tx.participantAnswer.count({ where: lately })) >= mostAnHour) return { ok: false, reason: "too-many" };
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

/** What is written down. A null time: the answer is to an occurrence that the meeting does not have. */
type Said = { answer: GivenAnswer["answer"]; note: string; time: Time | null };

/**
 * A reply to a single meeting may name its occurrence by the start that was told or by the original one (RFC 5545 §3.8.4.4).
 * Any other is kept in the history only.
 */
function isToOther(given: GivenAnswer, { occurrence, timeZone }: Asked, meant: Time): boolean {
  if (given.via === "WEB" || !given.occurrence) return false;
  const { startsAt } = given.occurrence;
  if (!startsAt) return true;
  const { date, time } = wallTimeOf(startsAt, timeZone);
  return +startsAt !== +meant.startsAt && `${date}T${time}` !== occurrence.originalStart;
}

const answerToOther = ({ answer, note }: GivenAnswer): Said => ({ answer, note: cut(note), time: null });

type Standing = { asked: Asked; meant: Time; stampedAt: Date };

async function answerToThis(
  tx: Transaction,
  given: GivenAnswer,
  { asked, meant, stampedAt }: Standing,
): Promise<Said | "outdated" | "repeated"> {
  const { participantId, via } = given;
  const last = await tx.participantAnswer.findFirst({
    where: { participantId, sequence: { gte: asked.sequence }, occurrenceId: asked.occurrence.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  // On the web somebody sees what they change, so the last click counts.
  if (via === "MAIL" && last !== null && stampedAt < wholeSecond(last.stampedAt)) return "outdated";
  const before = asked.current;
  const answer = given.answer === "NONE" ? (before?.answer ?? "NONE") : given.answer;
  const time = given.answer === "NONE" && before ? onlyTime(before) : meant;
  const sameAnswer = before !== null && answer === before.answer && sameTime(before, time);
  // A calendar that says the same, or only proposes, and sends no comment takes nothing back that was written before.
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

/** To which time this is an answer; null where that is not asked any more. */
async function timeAsked(tx: Transaction, given: GivenAnswer, { occurrence, sequence }: Asked): Promise<Time | null> {
  if (given.via === "WEB") return given.time === writeTime(occurrence) ? onlyTime(occurrence) : null;
  if (given.sequence < sequence) return null;
  // Another time has raised SEQUENCE, so that every mail with this one tells the same.
  const { revision } = await tx.delivery.findFirstOrThrow({
    ...newestMailArgs,
    where: { participantId: given.participantId, ...newestMailArgs.where },
    select: { revision: { select: { startsAt: true, endsAt: true } } },
  });
  return revision;
}

/** Cleaned again, since a cut may go through the middle of a character. */
const cut = (text: string): string => cleanText(cleanText(text).slice(0, longestNote));

const onlyTime = ({ startsAt, endsAt }: Time): Time => ({ startsAt, endsAt });
