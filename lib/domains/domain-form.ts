import { z } from "zod";
import { appIdError, appSecretError, audienceError, newAppSecret } from "@/lib/credentials/app-credential";
import { defaultSubject, placeOf, readBaseUrl } from "@/lib/domains/base-url";
import type { DomainSettings } from "@/lib/domains/save";
import { newId } from "@/lib/ids";
import { type InputError, plain, wrong } from "@/lib/input-error";
import { cleanLine } from "@/lib/text";

const maxLabel = 60;
const maxSubject = 97;
const dayInMinutes = 24 * 60;

/** 8x8 and most guides use it. Some servers check no audience. */
const defaultAudience = "jitsi";
const defaultAppId = "latchkey";

const damaged = plain("damaged");
const text = () => z.string(damaged).default("");

const checkedText = (errorOf: (value: string) => InputError | null) =>
  text().transform((typed, context) => {
    const value = typed.trim();
    const error = errorOf(value);
    if (error) context.addIssue(wrong(error));
    return value;
  });

const amount = (example: number) =>
  text().refine((value) => /^\s*\d{1,5}\s*$/.test(value), wrong({ code: "not-a-whole-number", example }));
const unit = z.enum(["minutes", "hours"]).default("minutes");

const domainShape = {
  url: text().transform((typed, context) => {
    const read = readBaseUrl(typed);
    if (read.ok) return read.baseUrl;
    context.addIssue(wrong(read.error));
    return z.NEVER;
  }),
  label: text()
    .transform(cleanLine)
    .refine((label) => label.length <= maxLabel, wrong({ code: "too-long", most: maxLabel })),
  opensBefore: amount(15),
  opensBeforeUnit: unit,
  closesAfter: amount(4),
  closesAfterUnit: unit,
  subject: checkedText((value) => {
    if (value.length > maxSubject) return { code: "too-long", most: maxSubject };
    return /^(\*|[\w.:[\]-]*)$/.test(value) ? null : { code: "subject-not-a-host" };
  }),
  audience: checkedText(audienceError),
  isDefault: z.string().optional(),
};

type DomainInput = z.output<z.ZodObject<typeof domainShape>>;

const minutes = (value: string, of: "minutes" | "hours") => Number(value) * (of === "hours" ? 60 : 1);

/** Runs even if other fields are wrong, so that all errors show at once. */
const always = { when: () => true };

const opensInTime = (input: DomainInput) => !(minutes(input.opensBefore, input.opensBeforeUnit) > dayInMinutes);
const closesInTime = (input: DomainInput) => !(minutes(input.closesAfter, input.closesAfterUnit) > 2 * dayInMinutes);
const tooEarly = { path: ["opensBefore"], error: plain("opens-too-early"), ...always };
const tooLate = { path: ["closesAfter"], error: plain("closes-too-late"), ...always };

function domainFields(input: DomainInput): DomainSettings {
  return {
    label: input.label || placeOf(input.url).slice(0, maxLabel),
    baseUrl: input.url,
    subject: input.subject || defaultSubject(input.url),
    audience: input.audience || defaultAudience,
    opensBeforeMinutes: minutes(input.opensBefore, input.opensBeforeUnit),
    closesAfterMinutes: minutes(input.closesAfter, input.closesAfterUnit),
    isDefault: input.isDefault !== undefined,
  };
}

const credentialShape = {
  appId: checkedText(appIdError),
  keySource: z.enum(["generate", "paste"], plain("choose-key-source")).default("generate"),
  appSecret: text().transform((typed) => typed.trim()),
};

type CredentialInput = z.output<z.ZodObject<typeof credentialShape>>;

const pastedError = ({ keySource, appSecret }: CredentialInput) =>
  keySource === "paste" ? appSecretError(String(appSecret ?? "")) : null;
const secretIsGood = (input: CredentialInput) => pastedError(input) === null;
const badSecret = {
  path: ["appSecret"],
  error: (issue: { input?: unknown }) => plain(pastedError(issue.input as CredentialInput) ?? "damaged"),
  ...always,
};

function credential({ appId, keySource, appSecret }: CredentialInput) {
  const generated = keySource === "generate";
  return { issuer: appId, secret: generated ? newAppSecret() : appSecret, generated };
}

/** The count that the page showed the admin before the second click. Null at the first click. */
const knownNumber = z.coerce
  .number(damaged)
  .int()
  .min(0)
  .optional()
  .transform((count) => count ?? null);

/** A name instead of a URL, so that no form can redirect to another site. */
const next = z.enum(["domain", "setup"]).default("domain");

export const addDomainSchema = z
  .object({ ...domainShape, ...credentialShape, id: z.uuid(damaged), next })
  .refine(opensInTime, tooEarly)
  .refine(closesInTime, tooLate)
  .refine(secretIsGood, badSecret)
  .transform((input) => ({
    id: input.id,
    next: input.next,
    fields: domainFields(input),
    credential: credential(input),
  }));

export const editDomainSchema = z
  .object({ ...domainShape, id: z.uuid(damaged), knowingLinks: knownNumber })
  .refine(opensInTime, tooEarly)
  .refine(closesInTime, tooLate)
  .transform((input) => ({ id: input.id, fields: domainFields(input), knowingLinks: input.knowingLinks }));

export const replaceCredentialSchema = z
  .object({
    ...credentialShape,
    id: z.uuid(damaged),
    credentialId: z.uuid(damaged),
    understood: z.literal("on", plain("not-understood")),
  })
  .refine(secretIsGood, badSecret)
  .transform((input) => ({ id: input.id, credentialId: input.credentialId, credential: credential(input) }));

export const newDomainValues = (): Record<string, string> => ({
  id: newId(),
  appId: defaultAppId,
  opensBefore: "15",
  opensBeforeUnit: "minutes",
  closesAfter: "4",
  closesAfterUnit: "hours",
});

export const newCredentialValues = (domainId: string, appId = defaultAppId): Record<string, string> => ({
  id: domainId,
  credentialId: newId(),
  appId,
});

export function domainValues(domain: DomainSettings): Record<string, string> {
  const before = asAmount(domain.opensBeforeMinutes);
  const after = asAmount(domain.closesAfterMinutes);
  return {
    label: domain.label,
    url: domain.baseUrl,
    // The default is shown as empty, so that it follows a new address.
    subject: domain.subject === defaultSubject(domain.baseUrl) ? "" : domain.subject,
    audience: domain.audience === defaultAudience ? "" : domain.audience,
    opensBefore: before.amount,
    opensBeforeUnit: before.unit,
    closesAfter: after.amount,
    closesAfterUnit: after.unit,
    ...(domain.isDefault && { isDefault: "on" }),
  };
}

function asAmount(inMinutes: number) {
  const hours = inMinutes > 0 && inMinutes % 60 === 0;
  return { amount: String(hours ? inMinutes / 60 : inMinutes), unit: hours ? "hours" : "minutes" };
}

export const archiveDomainSchema = z.object({
  id: z.uuid(damaged),
  knowingUpcoming: knownNumber,
});

export const restoreDomainSchema = z.object({ id: z.uuid(damaged) });
