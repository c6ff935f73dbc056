import { z } from "zod";
import { defaultSubject, placeOf, readBaseUrl } from "@/lib/domains/base-url";
import type { DomainFields } from "@/lib/domains/save";
import { newId } from "@/lib/ids";
import { appIdProblem, appSecretProblem, newAppSecret } from "@/lib/jitsi/server-settings";
import { cleanLine } from "@/lib/text";

const maxLabel = 60;
const maxSubject = 97;
const dayInMinutes = 24 * 60;

/** 8x8 and most guides use it. A server that checks no audience takes any. */
const defaultAudience = "jitsi";
const defaultAppId = "latchkey";

const text = () => z.string("This form is damaged. Please load the page again.").default("");

const textWithout = (problem: (value: string) => string | null) =>
  text().transform((typed, context) => {
    const value = typed.trim();
    const message = problem(value);
    if (message) context.addIssue(message);
    return value;
  });

const amount = (words: string) => text().refine((value) => /^\s*\d{1,5}\s*$/.test(value), words);
const unit = z.enum(["minutes", "hours"]).default("minutes");

const domainShape = {
  url: text().transform((typed, context) => {
    const read = readBaseUrl(typed);
    if (read.ok) return read.baseUrl;
    context.addIssue(read.reason);
    return z.NEVER;
  }),
  label: text()
    .transform(cleanLine)
    .pipe(z.string().max(maxLabel, `At most ${maxLabel} characters.`)),
  opensBefore: amount("Enter a whole number, for example 15."),
  opensBeforeUnit: unit,
  closesAfter: amount("Enter a whole number, for example 4."),
  closesAfterUnit: unit,
  subject: textWithout((value) => {
    if (value.length > maxSubject) return `At most ${maxSubject} characters.`;
    return /^(\*|[\w.:[\]-]*)$/.test(value) ? null : "Enter a host name, a tenant, or * alone.";
  }),
  audience: textWithout((value) =>
    value === "" ? null : (appIdProblem(value)?.replace("app ID", "audience") ?? null),
  ),
  isDefault: z.string().optional(),
};

type DomainInput = z.output<z.ZodObject<typeof domainShape>>;

const minutes = (value: string, of: "minutes" | "hours") => Number(value) * (of === "hours" ? 60 : 1);

/** Checked also while other fields are wrong, so that all errors show at once. */
const always = { when: () => true };

const opensInTime = (input: DomainInput) => !(minutes(input.opensBefore, input.opensBeforeUnit) > dayInMinutes);
const closesInTime = (input: DomainInput) => !(minutes(input.closesAfter, input.closesAfterUnit) > 2 * dayInMinutes);
const tooEarly = { path: ["opensBefore"], error: "Links can open at most 24 hours before the start.", ...always };
const tooLate = { path: ["closesAfter"], error: "Links can work at most 48 hours after the end.", ...always };

function domainFields(input: DomainInput): DomainFields {
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
  appId: textWithout(appIdProblem),
  keySource: z.enum(["generate", "paste"], "Choose where the app secret comes from.").default("generate"),
  appSecret: text().transform((typed) => typed.trim()),
};

type CredentialInput = z.output<z.ZodObject<typeof credentialShape>>;

const pastedProblem = ({ keySource, appSecret }: CredentialInput) =>
  keySource === "paste" ? appSecretProblem(String(appSecret ?? "")) : null;
const secretIsGood = (input: CredentialInput) => pastedProblem(input) === null;
const badSecret = {
  path: ["appSecret"],
  error: (issue: { input?: unknown }) => pastedProblem(issue.input as CredentialInput) ?? "",
  ...always,
};

function credential({ appId, keySource, appSecret }: CredentialInput) {
  const generated = keySource === "generate";
  return { issuer: appId, secret: generated ? newAppSecret() : appSecret, generated };
}

const damaged = "This form is damaged. Please load the page again.";

/** The number that an admin was told before going on. */
const knownNumber = z.coerce
  .number(damaged)
  .int()
  .min(0)
  .optional()
  .transform((count) => count ?? null);

/** Where the browser goes afterwards. A name, not an address: nobody can be sent elsewhere. */
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
    understood: z.literal("on", "Please confirm that you know what stops working."),
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

export function domainValues(domain: DomainFields): Record<string, string> {
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
