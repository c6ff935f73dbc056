import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  addDomainSchema,
  domainValues,
  editDomainSchema,
  newCredentialValues,
  newDomainValues,
  replaceCredentialSchema,
} from "@/lib/domains/domain-form";
import { errors as sentences } from "@/lib/words/en/pages/errors";

const filledIn = (more: Record<string, string> = {}) => ({ ...newDomainValues(), url: "meet.example.org", ...more });
const ownSecret = "k3vq8m-0d7xya-h2ngt5-9wzbcr-k3vq8m";

function errorsOf(schema: z.ZodType, form: Record<string, unknown>): Partial<Record<string, string[]>> {
  const parsed = schema.safeParse(form);
  return parsed.success ? {} : z.flattenError<Record<string, string>>(parsed.error as never).fieldErrors;
}

test("an address is enough: a stock server accepts every default", () => {
  const parsed = addDomainSchema.parse(filledIn());
  expect(parsed.fields).toEqual({
    label: "meet.example.org",
    baseUrl: "https://meet.example.org",
    subject: "meet.example.org",
    audience: "jitsi",
    opensBeforeMinutes: 15,
    closesAfterMinutes: 240,
    isDefault: false,
  });
  expect(parsed.credential).toMatchObject({ issuer: "latchkey", generated: true });
  expect(parsed.next).toBe("domain");
});

test("a generated secret has 256 bits and is another one each time", () => {
  const [first, second] = [1, 2].map(() => addDomainSchema.parse(filledIn()).credential.secret);
  expect(Buffer.from(first!, "base64url")).toHaveLength(32);
  expect(first).not.toBe(second);
});

test("a pasted secret is taken without the spaces and line end around it", () => {
  const form = filledIn({ keySource: "paste", appSecret: ` ${ownSecret}\r\n` });
  expect(addDomainSchema.parse(form).credential).toEqual({ issuer: "latchkey", secret: ownSecret, generated: false });
});

test("a secret that was typed and then not used is not used", () => {
  const { credential } = addDomainSchema.parse(filledIn({ keySource: "generate", appSecret: ownSecret }));
  expect(credential.secret).not.toBe(ownSecret);
});

test("everything that is wrong is said at once, each beside its field", () => {
  const errors = errorsOf(addDomainSchema, {
    url: "javascript:alert(1)",
    label: "x".repeat(50_000),
    subject: "a b",
    audience: "one,two",
    appId: "",
    keySource: "paste",
    appSecret: "short",
    opensBefore: "90000",
    closesAfter: "soon",
    id: "1",
    next: "domain",
  });
  expect(Object.keys(errors).sort()).toEqual(
    ["appId", "appSecret", "audience", "closesAfter", "id", "label", "opensBefore", "subject", "url"].sort(),
  );
  for (const messages of Object.values(errors))
    for (const code of messages ?? []) expect(sentences).toHaveProperty([code]);
});

describe("how long links live stays within a day before and two days after", () => {
  test.each([
    ["opensBefore", "24", "hours", true],
    ["opensBefore", "1441", "minutes", false],
    ["opensBefore", "0", "minutes", true],
    ["opensBefore", "-5", "minutes", false],
    ["opensBefore", "1.5", "hours", false],
    ["opensBefore", "1e3", "minutes", false],
    ["closesAfter", "48", "hours", true],
    ["closesAfter", "49", "hours", false],
    ["closesAfter", "", "hours", false],
  ])("%s %s %s", (field, amount, unit, good) => {
    const errors = errorsOf(addDomainSchema, filledIn({ [field]: amount, [`${field}Unit`]: unit }));
    expect(errors[field] === undefined).toBe(good);
  });
});

test("a name keeps its letters and loses what hides or breaks text", () => {
  const { fields } = addDomainSchema.parse(filledIn({ label: " Büro\r\nBcc: x\u202e\u0000 <b>1</b> " }));
  expect(fields.label).toBe("Büro Bcc: x <b>1</b>");
});

test("an asterisk is a subject alone and never part of one, and never an audience", () => {
  expect(addDomainSchema.parse(filledIn({ subject: "*" })).fields.subject).toBe("*");
  expect(errorsOf(addDomainSchema, filledIn({ subject: "*.example.org" })).subject).toBeDefined();
  expect(errorsOf(addDomainSchema, filledIn({ audience: "*" })).audience).toEqual(["audience-comma"]);
});

test("nobody is sent anywhere but to the places on the list", () => {
  expect(errorsOf(addDomainSchema, filledIn({ next: "https://evil.example" })).next).toBeDefined();
});

test("what the edit form shows saves back to the same domain", () => {
  const domain = {
    label: "Büro",
    baseUrl: "https://meet.example.org/team",
    subject: "team",
    audience: "acme",
    opensBeforeMinutes: 90,
    closesAfterMinutes: 0,
    isDefault: true,
  };
  const { id } = newDomainValues();
  expect(editDomainSchema.parse({ ...domainValues(domain), id })).toEqual({ id, fields: domain, knowingLinks: null });
});

test("a default subject follows when the address changes, a chosen one stays", () => {
  const domain = { ...addDomainSchema.parse(filledIn()).fields };
  const moved = (subject: string) => {
    const form = { ...domainValues({ ...domain, subject }), id: newDomainValues().id, url: "video.example.com" };
    return editDomainSchema.parse(form).fields.subject;
  };
  expect(moved("meet.example.org")).toBe("video.example.com");
  expect(moved("xmpp.internal")).toBe("xmpp.internal");
});

test("a credential is not replaced before somebody confirms what breaks", () => {
  const form = newCredentialValues(newDomainValues().id!);
  expect(errorsOf(replaceCredentialSchema, form).understood).toEqual(["not-understood"]);
  expect(replaceCredentialSchema.safeParse({ ...form, understood: "on" }).success).toBe(true);
});
