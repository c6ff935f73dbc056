import { insertCredential } from "@/lib/credentials/replace";
import { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import { answerKey, answerUrl } from "@/lib/links/answer-link";
import type { MailRoute } from "@/lib/mail/delivery/mail-route";
import { pace } from "@/lib/mail/delivery/rate-limit";
import type { SendOptions } from "@/lib/mail/delivery/send-batch";
import { openTransport, type Transport } from "@/lib/mail/delivery/transport";
import { startWorker } from "@/lib/mail/delivery/worker";
import { serverOfUrl } from "@/lib/mail/settings/server";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { deliveryQueue } from "@/lib/queue";
import { person } from "@/tests/support/person";

export const appSecret = "a secret for tests, thirty-two characters";
export const mailHost = "example.org";
export const sender = { name: "Latchkey", address: `invites@${mailHost}` };

export const publicUrl = "https://latchkey.example.org";
const linkKey = answerKey(appSecret);
export const answerLink = (participantId: string) => answerUrl(publicUrl, participantId, linkKey);

export const keys = () => new SigningKeys(appSecret);

type DomainFacts = { baseUrl?: string; subject?: string; audience?: string; appId?: string; secret?: string };

/** An organiser and a domain of their own in a migrated database, so that tests of one database do not meet. */
export async function install(db: Database, facts: DomainFacts = {}) {
  const organiser = await db.prisma.user.create({
    data: {
      id: newId(),
      email: `ann-${newId()}@example.org`,
      name: "Ann Lee",
      role: "ORGANISER",
      timeZone: "Asia/Kathmandu",
      passwordHash: "none: nobody signs in here",
    },
  });
  return { organiser, domain: await addDomain(db, organiser.id, facts) };
}

/** With its credential. */
export async function addDomain(db: Database, createdById: string, facts: DomainFacts = {}) {
  const {
    baseUrl = "https://meet.example.org",
    subject = "*",
    audience = "jitsi",
    appId = "app",
    secret = "s3cret".repeat(8),
  } = facts;
  const domain = await db.prisma.domain.create({
    data: { id: newId(), label: "Our Jitsi", baseUrl, subject, audience },
  });
  await db.prisma.$transaction((tx) =>
    insertCredential(tx, { domainId: domain.id, createdById, appSecret, issuer: appId, secret }),
  );
  return domain;
}

/**
 * The day after tomorrow at 09:00 UTC: in the middle of a day wherever the tests read it (14:45 in Kathmandu), so that no
 * hour of theirs is another day, whenever they run.
 */
export function inputFor(domainId: string, participants: number, now: Date): MeetingInput {
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 2, 9);
  return {
    title: "Board meeting",
    description: "Agenda:\n1. Minutes\n2. Budget",
    startsAt: new Date(start),
    endsAt: new Date(start + 3600_000),
    timeZone: "Europe/Berlin",
    domainId,
    locale: "en",
    reminders: [],
    participants: Array.from({ length: participants }, (_, i) =>
      person({ name: `Participant ${i}`, email: `participant-${i}@example.org` }),
    ),
  };
}

export type Installation = Awaited<ReturnType<typeof install>>;

/** Saves a meeting as the form does and gives its ID. */
export async function schedule(
  db: Database,
  { organiser }: Pick<Installation, "organiser">,
  input: MeetingInput,
  now = new Date(),
): Promise<string> {
  const result = await scheduleMeeting(db, { input, organiser, submissionKey: crypto.randomUUID(), mailHost, now });
  if (!result.ok) throw new Error(`Not scheduled: ${result.reason}`);
  return result.meetingId;
}

export const meetingUrl = (meetingId: string) => `https://latchkey.example.org/meetings/${meetingId}`;

/** The same way out for every mail, whatever the settings are. */
export const routeThrough = (transport: Transport, turn = pace(null)): MailRoute => ({
  refresh: async () => {},
  use: (run) => run({ sender, transport, turn, bounceTo: () => sender.address }),
  close: () => transport.close(),
});

/** Sends through a mail server until the test ends it. */
export async function work(db: Database, smtpUrl: string, options: Partial<Pick<SendOptions, "delayMs" | "now">> = {}) {
  const transport = openTransport({ server: serverOfUrl(smtpUrl), dataDir: "" });
  await startWorker(db, {
    keys: keys(),
    mail: routeThrough(transport),
    answerLink,
    meetingUrl,
    now: () => new Date(),
    ...options,
  });
  return async () => {
    await db.boss.offWork(deliveryQueue);
    transport.close();
  };
}
