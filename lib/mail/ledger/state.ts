import { type DeliveryStatus, Prisma } from "@/prisma/generated/client";

type Mail = { status: DeliveryStatus; deferredAt: Date | null };

type Definition = {
  is: (mail: Mail) => boolean;
  /** Of a delivery `d`. */
  sql: Prisma.Sql;
  where: Prisma.DeliveryWhereInput;
};

const status = (value: DeliveryStatus): Definition => ({
  is: (mail) => mail.status === value,
  sql: Prisma.raw(`d."status" = '${value}'`),
  where: { status: value },
});

/** What has become of a mail, each state in TypeScript, SQL and Prisma. A mail is in exactly one of them. */
const definitions = {
  /** No response yet: just saved, or on its way to the mail server. */
  sending: {
    is: (mail) => mail.status === "QUEUED" && mail.deferredAt === null,
    sql: Prisma.sql`(d."status" = 'QUEUED' AND d."deferredAt" IS NULL)`,
    where: { status: "QUEUED", deferredAt: null },
  },
  /** To be tried again: a mail server did not take it, or an admin has to do something first. */
  deferred: {
    is: (mail) => mail.status === "QUEUED" && mail.deferredAt !== null,
    sql: Prisma.sql`(d."status" = 'QUEUED' AND d."deferredAt" IS NOT NULL)`,
    where: { status: "QUEUED", deferredAt: { not: null } },
  },
  /** Or stored in local mail, as long as there is no mail server. */
  accepted: status("ACCEPTED"),
  /** In local mail only, and a mail server was set since: it reached nobody. */
  "stored-locally": status("STORED_LOCALLY"),
  failed: status("FAILED"),
  /** RFC 3464. */
  bounced: status("BOUNCED"),
  /** A newer mail to the same person replaced it before it was sent. */
  superseded: status("SUPERSEDED"),
} satisfies Record<string, Definition>;

export type MailState = keyof typeof definitions;

export const mailStates = Object.keys(definitions) as MailState[];

export const queued = ["sending", "deferred"] as const;
/** Will not reach the person without somebody doing something. */
export const givenUp = ["failed", "bounced", "stored-locally"] as const;
/** Has not reached the person. A mail that is being sent is not among them. */
export const undelivered = ["deferred", ...givenUp] as const;

export const isInState = (mail: Mail, ...states: MailState[]): boolean =>
  states.some((state) => definitions[state].is(mail));

/** These states do not depend on `deferredAt`. */
export const isGivenUp = ({ status }: Pick<Mail, "status">): boolean =>
  isInState({ status, deferredAt: null }, ...givenUp);

export const inState = (...states: MailState[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    states.map((state) => definitions[state].sql),
    " OR ",
  )})`;

export const stateInSql = Prisma.sql`CASE ${Prisma.join(
  mailStates.map((state) => Prisma.sql`WHEN ${definitions[state].sql} THEN ${Prisma.raw(`'${state}'`)}`),
  " ",
)} END`;

export const whereState = (...states: MailState[]): Prisma.DeliveryWhereInput => ({
  OR: states.map((state) => definitions[state].where),
});

/** Deferred, and not being tried now, as it is after "Try now". */
export const waitsForNextTry = (mail: Mail & { nextAttemptAt: Date | null }): boolean =>
  isInState(mail, "deferred") && mail.nextAttemptAt !== null;
