import { z } from "zod";
import { type PlainCode, plain, wrong } from "@/lib/input-error";
import {
  damaged,
  serverShape,
  settingText,
  staysProtected,
  type TypedServer,
  typedServer,
  unprotected,
} from "@/lib/mail/settings/server-form";
import { readEmail } from "@/lib/participants/email-address";
import { cleanLine } from "@/lib/text";

export type TypedMail = {
  intent: "save" | "test" | "mailbox";
  version: number;
  /** The number of meetings under the old address that the admin was told. */
  knowingUpcoming: number | null;
  smtp: TypedServer | null;
  fromName: string;
  fromAddress: string;
  replyTo: "ORGANISER" | "SENDER" | "NONE";
  mailsPerMinute: number | null;
  dkim: {
    enabled: boolean;
    domain: string;
    selector: string;
    keySource: "keep" | "generate" | "paste";
    pastedKey: string;
  };
  imap: TypedServer | null;
};

/** At a lower rate a batch would outlast its job (lib/mail/delivery/worker.ts). */
export const minMailsPerMinute = 5;
const maxMailsPerMinute = 10_000;
/** RFC 1035 §2.3.4, without dots at the ends. */
const dnsName = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

const shape = {
  intent: z.enum(["save", "test", "mailbox"]).default("save"),
  version: z.coerce.number(damaged).pipe(z.int32(damaged).min(0)),
  knowingUpcoming: z.coerce.number(damaged).int().min(0).optional(),
  ...serverShape("smtp"),
  fromName: settingText(100).transform(cleanLine),
  fromAddress: settingText().transform((typed, context) => {
    if (typed === "") return "";
    const read = readEmail(typed);
    if (read.ok) return read.email;
    context.addIssue(wrong({ code: read.reason }));
    return z.NEVER;
  }),
  replyTo: z.enum(["ORGANISER", "SENDER", "NONE"], damaged).default("ORGANISER"),
  mailsPerMinute: settingText().refine(
    (rate) =>
      rate === "" || (/^\d{1,5}$/.test(rate) && Number(rate) >= minMailsPerMinute && Number(rate) <= maxMailsPerMinute),
    wrong({ code: "rate-out-of-range", least: minMailsPerMinute, most: maxMailsPerMinute }),
  ),
  dkimEnabled: z.string().optional(),
  dkimDomain: settingText()
    .transform((domain) => domain.toLowerCase())
    .refine((domain) => domain === "" || dnsName.test(domain), plain("dkim-not-a-domain")),
  dkimSelector: settingText(63)
    .transform((selector) => selector.toLowerCase())
    .refine((selector) => selector === "" || dnsName.test(selector), plain("dkim-not-a-selector")),
  dkimKeySource: z.enum(["keep", "generate", "paste"], damaged).default("keep"),
  dkimSecretKey: z.string(damaged).max(20_000, plain("dkim-key-too-long")).default(""),
  ...serverShape("imap"),
};

const wantsKey = (input: Record<string, unknown>) => input.dkimEnabled !== undefined || input.dkimKeySource !== "keep";
const needed = (path: string, code: PlainCode) => ({ path: [path], error: plain(code), when: () => true });

export const mailFormSchema = z
  .object(shape)
  .refine(staysProtected("smtp"), unprotected("smtp"))
  .refine(staysProtected("imap"), unprotected("imap"))
  .refine((input) => !wantsKey(input) || Boolean(input.dkimDomain), needed("dkimDomain", "dkim-domain-missing"))
  .refine((input) => !wantsKey(input) || Boolean(input.dkimSelector), needed("dkimSelector", "dkim-selector-missing"))
  .transform(
    (input): TypedMail => ({
      intent: input.intent,
      version: input.version,
      knowingUpcoming: input.knowingUpcoming ?? null,
      smtp: typedServer("smtp", input),
      fromName: input.fromName,
      fromAddress: input.fromAddress,
      replyTo: input.replyTo,
      mailsPerMinute: input.mailsPerMinute === "" ? null : Number(input.mailsPerMinute),
      dkim: {
        enabled: input.dkimEnabled !== undefined,
        domain: input.dkimDomain,
        selector: input.dkimSelector,
        keySource: input.dkimKeySource,
        pastedKey: input.dkimSecretKey,
      },
      imap: typedServer("imap", input),
    }),
  );
