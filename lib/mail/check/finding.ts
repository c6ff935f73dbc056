import type { CertificateFault } from "@/lib/mail/delivery/certificate";

type Place = { host: string; port: number };

/** Why a server could not be used. `said`: by the server, without secrets; empty where it said nothing. */
type FaultFacts = {
  certificate: { fault: CertificateFault };
  "sign-in-refused": { said: string };
  refused: { said: string };
  "no-such-host": { host: string };
  "nothing-answers": Place;
  "does-not-begin-with-tls": Place;
  "no-tls": Place;
  "too-slow": Place;
  "connection-failed": Place & { said: string };
};

export type FindingFacts = FaultFacts & {
  "mail-accepted": { to: string; said: string };
  /** `announces`: tells of new mail at once (IDLE). */
  "mailbox-open": { user: string; mails: number; announces: boolean };
  "mailbox-read-only": object;
};

type Coded<Facts> = { [Code in keyof Facts]: { code: Code } & Facts[Code] }[keyof Facts];

export type MailFault = Coded<FaultFacts>;
export type Finding = Coded<FindingFacts>;
