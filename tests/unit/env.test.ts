import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EnvironmentError, loadEnvFile, parseEnv } from "@/lib/env";

function refusalOf(source: Record<string, string>): EnvironmentError {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
    throw error;
  }
  throw new Error(`Accepted: ${JSON.stringify(source)}`);
}

const databaseUrl = "postgresql://latchkey:secret@db.example.org/latchkey";
const appSecret = "a".repeat(32);

test("nothing has to be set", () => {
  expect(parseEnv({})).toMatchObject({
    port: 3000,
    publicUrl: "http://localhost:3000",
    databaseUrl: null,
    smtpUrl: null,
    appSecret: null,
    trustProxy: false,
    workerInside: true,
  });
});

test("an empty variable counts as not set", () => {
  const names = [
    "PORT",
    "HOST",
    "PUBLIC_URL",
    "DATABASE_URL",
    "APP_SECRET",
    "SMTP_URL",
    "MAIL_FROM",
    "IMAP_URL",
    "WORKER",
  ];
  expect(parseEnv(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(parseEnv({}));
});

describe("a bad value is named, with what is wrong and a good one", () => {
  test.each([
    ["PORT", { PORT: "http" }, "PORT=3000"],
    ["PORT", { PORT: "65536" }, "PORT=3000"],
    ["PORT", { PORT: "-1" }, "PORT=3000"],
    ["PORT", { PORT: "3000.5" }, "PORT=3000"],
    ["PUBLIC_URL", { PUBLIC_URL: "meet.example.org" }, "PUBLIC_URL=https://meet.example.org"],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://meet.example.org" }, "PUBLIC_URL=https://meet.example.org"],
    ["DATABASE_URL", { DATABASE_URL: "mysql://db/latchkey", APP_SECRET: appSecret }, "DATABASE_URL=postgresql://"],
    ["APP_SECRET", { APP_SECRET: "short" }, "openssl rand -base64 32"],
    ["APP_SECRET", { DATABASE_URL: databaseUrl }, "openssl rand -base64 32"],
    ["SMTP_URL", { SMTP_URL: "mail.example.org", MAIL_FROM: "a@example.org" }, "SMTP_URL=smtps://"],
    [
      "SMTP_URL",
      { SMTP_URL: "smtps://mail.example.org?tls.rejectUnauthorized=false", MAIL_FROM: "a@example.org" },
      "must have no parameters",
    ],
    ["MAIL_FROM", { MAIL_FROM: "Latchkey" }, 'MAIL_FROM="Latchkey <invites@example.org>"'],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example.org" }, 'MAIL_FROM="Latchkey <invites@example.org>"'],
    ["IMAP_URL", { IMAP_URL: "mail.example.org" }, "IMAP_URL=imaps://"],
    ["IMAP_URL", { IMAP_URL: "imaps://mail.example.org" }, "must have a user name and a password"],
    ["IMAP_URL", { IMAP_URL: "imaps://a:b@mail.example.org?tls=none" }, "must have no parameters"],
    ["TRUST_PROXY", { TRUST_PROXY: "yes" }, "TRUST_PROXY=1"],
    ["WORKER", { WORKER: "none" }, "WORKER=inside"],
    ["WORKER", { WORKER: "separate" }, "WORKER=inside"],
    ["LOG_LEVEL", { LOG_LEVEL: "verbose" }, "LOG_LEVEL=info"],
  ])("%s: %j", (variable, source, example) => {
    const refusal = refusalOf(source);
    expect(refusal.problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(refusal.message).toContain(`${variable}: `);
    expect(refusal.message).toContain(example);
  });

  test("all of them at once", () => {
    const { problems } = refusalOf({ PORT: "x", LOG_LEVEL: "y", SMTP_URL: "smtp://mail.example.org" });
    expect(problems.map(({ variable }) => variable).sort()).toEqual(["LOG_LEVEL", "MAIL_FROM", "PORT"]);
  });

  test("and a secret that is wrong is not repeated", () => {
    const { message } = refusalOf({ APP_SECRET: "hunter2", SMTP_URL: "imap://user:hunter2@mail.example.org" });
    expect(message).not.toContain("hunter2");
  });
});

test("the address for links has no slash at its end", () => {
  expect(parseEnv({ PUBLIC_URL: "https://example.org/latchkey/" }).publicUrl).toBe("https://example.org/latchkey");
});

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["0.0.0.0", "http://localhost:3000"],
  ["::", "http://localhost:3000"],
  ["::1", "http://[::1]:3000"],
  ["meet.example.org", "http://meet.example.org:3000"],
])("without PUBLIC_URL, HOST=%s is reached at %s", (host, expected) => {
  expect(parseEnv({ HOST: host }).publicUrl).toBe(expected);
  expect(new URL(expected).port).toBe("3000");
});

test.each([
  ["invites@example.org", { name: "Latchkey", address: "invites@example.org" }],
  ["Board office <invites@example.org>", { name: "Board office", address: "invites@example.org" }],
  ['"Office, Board" <invites@example.org>', { name: "Office, Board", address: "invites@example.org" }],
])("MAIL_FROM may be %s", (value, expected) => {
  expect(parseEnv({ MAIL_FROM: value }).mailFrom).toEqual(expected);
});

describe(".env", () => {
  const fileWith = (text: string) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "latchkey-env-")), ".env");
    writeFileSync(file, text);
    return file;
  };
  const load = (text: string, present: Record<string, string> = {}) => {
    const target = { ...present } as unknown as NodeJS.ProcessEnv;
    loadEnvFile(fileWith(text), target);
    return target;
  };

  test("gives what the process does not have", () => {
    expect(load("PORT=4000\nHOST=0.0.0.0\n", { PORT: "5000" })).toEqual({ PORT: "5000", HOST: "0.0.0.0" });
  });

  test("may have comments, quotes, spaces and Windows line ends", () => {
    const text = "# PORT=1\r\n\r\n PORT = 4000 \r\nMAIL_FROM=\"Ann <ann@example.org>\"\r\nAPP_SECRET='a=b#c'\r\n";
    expect(load(text)).toEqual({ PORT: "4000", MAIL_FROM: "Ann <ann@example.org>", APP_SECRET: "a=b#c" });
  });

  test("may have a # in quotes; without them it begins a comment", () => {
    expect(load('APP_SECRET="a#b"\nSMTP_URL=smtp://localhost # ours\n')).toEqual({
      APP_SECRET: "a#b",
      SMTP_URL: "smtp://localhost",
    });
  });

  test("may begin with the mark of Windows editors", () => {
    expect(load("\uFEFFPORT=4000\n")).toEqual({ PORT: "4000" });
  });

  test("need not be there", () => {
    const target = {} as unknown as NodeJS.ProcessEnv;
    loadEnvFile(path.join(tmpdir(), "no-such-folder", ".env"), target);
    expect(target).toEqual({});
  });

  test("made from the example with every line in force is accepted", () => {
    const example = readFileSync(".env.example", "utf8").replaceAll(/^#([A-Z_]+=)/gm, "$1");
    const given = load(example, { APP_SECRET: appSecret });
    const explained = example.match(/^[A-Z_]+(?==)/gm);
    expect(() => parseEnv(given)).not.toThrow();
    expect(explained).toEqual(expect.arrayContaining(["PORT", "DATA_DIR", "DATABASE_URL", "SMTP_URL", "LOG_LEVEL"]));
  });
});
