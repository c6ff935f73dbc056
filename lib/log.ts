import { AsyncLocalStorage } from "node:async_hooks";

type Level = "debug" | "info" | "warn" | "error";
type Fields = Record<string, unknown>;

const levels = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 };

// Next bundles modules several times; the process has one threshold and one context all the same.
const slot = globalThis as { latchkeyLog?: { threshold: number; context: AsyncLocalStorage<Fields> } };
slot.latchkeyLog ??= { threshold: levels.info, context: new AsyncLocalStorage() };
const shared = slot.latchkeyLog;

/** Fields that every line of one request carries: its ID, who asks. */
export const requestContext = shared.context;

export function setLogLevel(level: keyof typeof levels) {
  shared.threshold = levels[level];
}

const secretKey = /password|secret|token|jwt|cookie|authorization|setupcode/i;
/** Also one that was cut short: what it says is in front of its signature. */
const roomToken = /eyJ[\w-]+(?:\.[\w-]*){1,2}/g;
/** As servers quote it, also percent-encoded inside a link of their own. */
const answerLink = /(rsvp(?:\/|%(?:25)*2f))[\w-]+/gi;
const urlCredentials = /(\w+:\/\/)[^\s/@]+@/g;
const longest = 2000;

/**
 * Lines can be read by people who may not join the meetings, so whatever looks like a secret is cut out
 * here, once, instead of at every call.
 */
export function redact(value: unknown, key = ""): unknown {
  if (secretKey.test(key) && value !== null && value !== undefined && typeof value !== "number") return "[removed]";
  if (typeof value === "string") {
    return value
      .slice(0, longest)
      .replace(roomToken, "[room token]")
      .replace(answerLink, "$1[removed]")
      .replace(urlCredentials, "$1[removed]@");
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return describeError(value);
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, redact(item, name)]));
  }
  return value;
}

function describeError(error: Error): Fields {
  const { name, message, stack, cause } = error;
  return {
    name,
    message: redact(message),
    stack: redact(stack?.split("\n").slice(1, 8).join("\n")),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  };
}

function write(level: Level, event: string, fields: Fields = {}) {
  if (levels[level] < shared.threshold) return;
  const line = { time: new Date().toISOString(), level, event, ...requestContext.getStore(), ...fields };
  process.stderr.write(`${JSON.stringify(redact(line))}\n`);
}

/** One JSON object a line on standard error. `event` is a fixed phrase; what varies goes into the fields. */
export const log = {
  debug: (event: string, fields?: Fields) => write("debug", event, fields),
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, fields?: Fields) => write("error", event, fields),
};
