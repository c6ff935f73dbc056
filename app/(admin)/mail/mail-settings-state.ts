import type { FormPart } from "@/app/_components/form-part";
import type { FormState } from "@/lib/action";
import type { TestResult } from "@/lib/mail/check/test-mail";
import type { RecordState } from "@/lib/mail/settings/dkim";

export type MailSettingsState = FormState & {
  test?: TestResult & { /** What DNS says about the key; absent without one. */ dkim?: RecordState };
  mailbox?: TestResult;
  /** The address changes, and so many meetings stand in calendars under the old one: the admin has to know first. */
  upcoming?: { count: number; oldAddress: string };
};

/** What the environment sets, as it is shown. */
export type FromEnvironment = {
  smtp: ShownServer | null;
  sender: { name: string; address: string } | null;
  imap: ShownServer | null;
};

export type ShownServer = { host: string; port: number; security: string; user: string | null };

export type MailFormPart = FormPart & {
  /** Of what is saved: with a new one, secrets that were typed are saved and go from the page. */
  version: string;
};
