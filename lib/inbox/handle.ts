import { recordAnswer } from "@/lib/answers/record";
import type { Database } from "@/lib/db";
import { answerFor, type CalendarReply } from "@/lib/inbox/calendar-reply";
import { type Classified, classifyMail } from "@/lib/inbox/classify";
import { log } from "@/lib/log";
import { recordBounce } from "@/lib/mail/delivery/bounce";

export type Handled = "done" | "later";

type Context = {
  appSecret: string;
  receivedAt: Date;
  now: Date;
};

/** A bounce can arrive before its mail is recorded as accepted. */
const maxBounceWaitMs = 10 * 60_000;

/**
 * Records an answer or a bounce. Handling a mail twice changes nothing, also in two processes.
 * @throws when the database fails; try the mail again then
 */
export async function handleMail(db: Database, raw: Buffer, context: Context): Promise<Handled> {
  const mail = await classifyMail(raw, context);
  if (mail.kind === "ignored") return logIgnored(mail.why);
  return mail.kind === "bounce" ? takeBounce(db, mail, context) : takeReply(db, mail, context);
}

type Bounce = Extract<Classified, { kind: "bounce" }>;

async function takeBounce(db: Database, bounce: Bounce, { receivedAt, now }: Context): Promise<Handled> {
  const { deliveryId } = bounce;
  const result = await recordBounce(db, { ...bounce, now });
  if (result.ok) return done("bounce read", { deliveryId, as: result.as });
  if (result.reason === "not-accepted-yet" && now.getTime() - receivedAt.getTime() < maxBounceWaitMs) return "later";
  return logIgnored(`bounce: ${result.reason}`, { deliveryId });
}

async function takeReply(db: Database, reply: CalendarReply, { receivedAt, now }: Context): Promise<Handled> {
  const person = await db.prisma.participant.findUnique({
    where: { calendarUid: reply.uid },
    select: { id: true, email: true },
  });
  if (!person) return logIgnored("reply: unknown UID");
  const participantId = person.id;
  const answer = answerFor(reply, person.email);
  if (answer === "no-answer" || answer === "another-attendee") return logIgnored(`reply: ${answer}`, { participantId });
  const result = await recordAnswer(db, {
    participantId,
    answer,
    note: reply.comment,
    via: "MAIL",
    sequence: reply.sequence,
    stampedAt: reply.stampedAt ?? receivedAt,
    proposal: reply.proposal,
    occurrence: reply.occurrence,
    now,
  });
  if (!result.ok) return logIgnored(`reply: ${result.reason}`, { participantId });
  return done("answer read", { participantId, as: result.changed ? "recorded" : "repeated" });
}

export function logIgnored(why: string, ids: Record<string, string> = {}): "done" {
  log.info("mail ignored", { why, ...ids });
  return "done";
}

function done(event: string, fields: Record<string, string>): "done" {
  log.info(event, fields);
  return "done";
}
