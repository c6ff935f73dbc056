import { readFileSync } from "node:fs";
import { isIPv6 } from "node:net";
import path from "node:path";
import { parseEnv as parseEnvFile } from "node:util";
import { z } from "zod";

/** Stops the start. Names each wrong variable, the problem and a good value. */
export class EnvironmentError extends Error {
  constructor(readonly problems: { variable: string; problem: string; example: string }[]) {
    const lines = problems.map((p) => `  ${p.variable}: ${p.problem}\n    a good value: ${p.variable}=${p.example}`);
    super(`The environment has a value that Latchkey cannot use.\n${lines.join("\n")}`);
    this.name = "EnvironmentError";
  }
}

const examples: Record<string, string> = {
  PORT: "3000",
  HOST: "127.0.0.1",
  PUBLIC_URL: "https://meet.example.org",
  DATA_DIR: "./.data",
  DATABASE_URL: "postgresql://latchkey:password@db.example.org:5432/latchkey",
  APP_SECRET: "$(openssl rand -base64 32)",
  SMTP_URL: "smtps://user:password@mail.example.org:465",
  MAIL_FROM: '"Latchkey <invites@example.org>"',
  IMAP_URL: "imaps://user:password@mail.example.org:993",
  TRUST_PROXY: "1",
  WORKER: "inside",
  LOG_LEVEL: "info",
};

const urlWith = (protocols: string[], words: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), words);

/** True for text that is no address: urlWith reports that. */
const hasSignIn = (value: string) =>
  !URL.canParse(value) || Boolean(new URL(value).username && new URL(value).password);

const mailAddress = /^[^\s@<>"]+@[^\s@<>"]+$/;

function parseMailFrom(value: string): { name: string; address: string } | null {
  const match = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(value);
  const address = (match ? match[2]! : value).trim();
  if (!mailAddress.test(address)) return null;
  return { name: match?.[1]?.trim() || "Latchkey", address };
}

const schema = z.object({
  PORT: z.coerce.number("must be a number").int().min(0).max(65535).default(3000),
  HOST: z.string().default("localhost"),
  PUBLIC_URL: urlWith(["http:", "https:"], "must be an http or https address").optional(),
  DATA_DIR: z.string().min(1, "must name a folder").default("./.data"),
  DATABASE_URL: urlWith(["postgres:", "postgresql:"], "must be a postgresql:// address").optional(),
  APP_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  // The mailer takes parameters as options, and some switch off the check of the certificate.
  SMTP_URL: urlWith(["smtp:", "smtps:"], "must be an smtp:// or smtps:// address")
    .refine((value) => !value.includes("?"), "must have no parameters; a ? in a name or password is written %3F")
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((value) => parseMailFrom(value) !== null, "must be an address, or a name and an address in angle brackets")
    .optional(),
  IMAP_URL: urlWith(["imap:", "imaps:"], "must be an imap:// or imaps:// address")
    .refine((value) => !value.includes("?"), "must have no parameters; a ? in a name or password is written %3F")
    .refine(hasSignIn, "must have a user name and a password, as in imaps://user:password@host")
    .optional(),
  TRUST_PROXY: z.enum(["0", "1"], "must be 0 or 1").default("0"),
  WORKER: z.enum(["inside", "separate"], "must be inside or separate").default("inside"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent")
    .default("info"),
});

export type Env = {
  port: number;
  host: string;
  /** How a browser reaches this app, without a trailing slash. */
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | null;
  /** Null: read it from DATA_DIR, or make it there. */
  appSecret: string | null;
  smtpUrl: string | null;
  mailFrom: { name: string; address: string } | null;
  imapUrl: string | null;
  /** Believe X-Forwarded-For of the one reverse proxy in front. */
  trustProxy: boolean;
  workerInside: boolean;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
};

/** @throws EnvironmentError naming every wrong variable */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => problem(String(issue.path[0]), issue.message));
  if (given.SMTP_URL && !given.MAIL_FROM) problems.push(problem("MAIL_FROM", "must be set when SMTP_URL is"));
  if (given.DATABASE_URL && !given.APP_SECRET) {
    problems.push(
      problem(
        "APP_SECRET",
        "must be set when DATABASE_URL is, because every process needs the same one; make it once with: openssl rand -base64 32",
      ),
    );
  }
  if (given.WORKER === "separate" && !given.DATABASE_URL) {
    problems.push(
      problem("WORKER", "can be separate only with DATABASE_URL: the built-in database belongs to one process"),
    );
  }
  if (!parsed.success || problems.length > 0) throw new EnvironmentError(problems);
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: (value.PUBLIC_URL ?? `http://${hostInUrl(value.HOST)}:${value.PORT}`).replace(/\/+$/, ""),
    dataDir: path.resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    appSecret: value.APP_SECRET ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM === undefined ? null : parseMailFrom(value.MAIL_FROM),
    imapUrl: value.IMAP_URL ?? null,
    trustProxy: value.TRUST_PROXY === "1",
    workerInside: value.WORKER === "inside",
    logLevel: value.LOG_LEVEL,
  };
}

function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

function problem(variable: string, words: string) {
  return { variable, problem: words, example: examples[variable] ?? "…" };
}

/** Variables of a `.env` file beside package.json, for those that the process does not have already. */
export function loadEnvFile(file = ".env", target: NodeJS.ProcessEnv = process.env): void {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  for (const [name, value] of Object.entries(parseEnvFile(text.replace(/^\uFEFF/, "")))) target[name] ??= value;
}
