import { describe, expect, test } from "vitest";
import { applyTyped, type SavedMail } from "@/lib/mail/settings/apply";
import { noSender } from "@/lib/mail/settings/current";
import { mailFormSchema } from "@/lib/mail/settings/mail-form";

const nothingSaved: SavedMail = { smtp: null, imap: null, dkim: { pair: null } };
const nothingSet = {
  fromEnvironment: { server: false, sender: false, inbox: false },
  server: null,
  sender: noSender,
  inbox: null,
};
const good = { version: "0", smtpHost: "mail.example.org", smtpUser: "ann", fromAddress: "Invites@Example.org" };
const savedServer = {
  host: "mail.example.org",
  port: 587,
  security: "STARTTLS" as const,
  verify: true,
  user: "ann",
  password: "saved one",
};
const saved = { ...nothingSaved, smtp: savedServer };

const read = (typed: Record<string, string>) => mailFormSchema.parse({ ...good, ...typed });
async function errorsOf(typed: Record<string, string>, from: SavedMail = nothingSaved) {
  const result = await applyTyped(read(typed), from, nothingSet);
  return result.ok ? {} : result.fieldErrors;
}

describe("the saved password", () => {
  test("counts where the field was left empty, and is not written again", async () => {
    const result = await applyTyped(read({}), saved, nothingSet);
    expect(result).toMatchObject({ ok: true, applied: { server: { password: "saved one" } } });
    expect(result.ok && "smtpPassword" in result.applied.change.secrets).toBe(false);
  });

  test.each([
    ["another server", { smtpHost: "evil.example.org" }],
    ["another port", { smtpPort: "2525" }],
    ["another user", { smtpUser: "bob" }],
    ["a server whose certificate is no longer checked", { smtpUnverified: "on" }],
  ])("goes to no other: %s", async (_name, typed) => {
    expect(await errorsOf(typed, saved)).toEqual({ smtpPassword: [{ code: "server-password-again" }] });
    expect(await errorsOf({ ...typed, smtpPassword: "typed" }, saved)).toEqual({});
  });

  test("is not sent in clear after it was entered for TLS", async () => {
    const local = { ...saved, smtp: { ...savedServer, host: "localhost" } };
    expect(await errorsOf({ smtpHost: "localhost", smtpPort: "587", smtpSecurity: "NONE" }, local)).toHaveProperty(
      "smtpPassword",
    );
  });

  test("goes when the user name goes", async () => {
    const result = await applyTyped(read({ smtpUser: "" }), saved, nothingSet);
    expect(result).toMatchObject({
      ok: true,
      applied: { server: { user: null, password: null }, change: { secrets: { smtpPassword: null } } },
    });
  });
});

test("a password is used as it was typed, with its spaces", async () => {
  const result = await applyTyped(read({ smtpPassword: " a b " }), nothingSaved, nothingSet);
  expect(result).toMatchObject({ ok: true, applied: { server: { password: " a b " } } });
});

test("a server needs an address that mail comes from, and no server needs nothing", async () => {
  expect(await errorsOf({ smtpPassword: "x", fromAddress: "" })).toHaveProperty("fromAddress");
  expect(await errorsOf({ smtpHost: "", smtpUser: "", fromAddress: "" })).toEqual({});
});

test("what the environment sets is neither tried nor saved from the form", async () => {
  const fromEnvironment = { server: true, sender: true, inbox: true };
  const environment = { ...nothingSet, fromEnvironment, server: savedServer, inbox: savedServer };
  const result = await applyTyped(
    read({ smtpHost: "evil.example.org", imapHost: "evil.example.org" }),
    saved,
    environment,
  );
  if (!result.ok) throw new Error("refused");
  expect(result.applied).toMatchObject({ server: savedServer, sender: noSender, inbox: savedServer });
  expect(Object.keys(result.applied.change.fields).filter((name) => /^(smtp|from|imap)/.test(name))).toEqual([]);
  expect(result.applied.change.secrets).toEqual({});
});

describe("signing", () => {
  test("is not switched on without a key", async () => {
    expect(
      await errorsOf({ smtpPassword: "x", dkimEnabled: "on", dkimDomain: "example.org", dkimSelector: "a" }),
    ).toEqual({
      dkimKeySource: [{ code: "dkim-key-missing" }],
    });
  });

  test("uses no key in a test that only saving will make", async () => {
    const typed = { intent: "test", smtpPassword: "x", dkimEnabled: "on", dkimKeySource: "generate" };
    const at = { dkimDomain: "example.org", dkimSelector: "a" };
    const result = await applyTyped(read({ ...typed, ...at }), nothingSaved, nothingSet);
    expect(result).toMatchObject({ ok: true, applied: { dkim: null, dkimPublic: null } });
  });
});

describe("the form refuses", () => {
  test.each([
    ["mail in clear to another machine", { smtpSecurity: "NONE" }, "smtpSecurity"],
    ["a mailbox in clear on another machine", { imapHost: "mail.example.org", imapSecurity: "NONE" }, "imapSecurity"],
    ["a server with a scheme", { smtpHost: "smtps://mail.example.org" }, "smtpHost"],
    ["a server with a port", { smtpHost: "mail.example.org:25" }, "smtpHost"],
    ["a line end in a server", { smtpHost: "mail.example.org\r\nEHLO x" }, "smtpHost"],
    ["a port that is none", { smtpPort: "0" }, "smtpPort"],
    ["an address that is none", { fromAddress: "invites" }, "fromAddress"],
    ["a rate that holds up mails too long", { mailsPerMinute: "4" }, "mailsPerMinute"],
    ["a selector that is no name", { dkimSelector: "a b" }, "dkimSelector"],
    ["a key without its domain", { dkimKeySource: "generate", dkimSelector: "a" }, "dkimDomain"],
  ])("%s", (_name, typed, field) => {
    const { error } = mailFormSchema.safeParse({ ...good, ...typed });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test.each(["localhost", "127.0.0.1", "::1", "[::1]"])(
    "nothing of a server on this machine: %s in clear",
    (smtpHost) => {
      expect(read({ smtpHost, smtpSecurity: "NONE" }).smtp).toMatchObject({ port: 25, security: "NONE" });
    },
  );
});

test.each(["ann\0", "ann\r\nA1 DELETE INBOX", "a\x1bnn", "ann\x85lee"])(
  "the user name %j is refused beside its field",
  (typed) => {
    const result = mailFormSchema.safeParse({ ...good, smtpUser: `${typed}.`, imapUser: `${typed}.` });
    const fields = result.error?.issues.map(({ path }) => path.join());
    expect(fields).toEqual(["smtpUser", "imapUser"]);
  },
);

test("no version that the database cannot hold is looked for", () => {
  for (const version of ["2147483648", "-1", "1e30", "1.5", "x"])
    expect(mailFormSchema.safeParse({ ...good, version }).error?.issues.map(({ path }) => path.join())).toEqual([
      "version",
    ]);
});
