import { AsyncLocalStorage } from "node:async_hooks";

type Level = "debug" | "info" | "warn" | "error";
type Fields = Record<string, unknown>;

const levels = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 };

// Next bundles modules several times. The process has one threshold and one context.
const slot = globalThis as { latchkeyLog?: { threshold: number; context: AsyncLocalStorage<Fields> } };
slot.latchkeyLog ??= { threshold: levels.info, context: new AsyncLocalStorage() };
const shared = slot.latchkeyLog;

export const requestContext = shared.context;

export function setLogLevel(level: keyof typeof levels) {
  shared.threshold = levels[level];
}

const secretKey = /password|secret|token|jwt|cookie|authorization|setupcode/i;
/** Also one that was cut short: the claims stand before the signature. */
const roomToken = /eyJ[\w-]+(?:\.[\w-]*){1,2}/g;
/** Also percent-encoded, as servers quote it inside links of their own. */
const answerLink = /(rsvp(?:\/|%(?:25)*2f))[\w-]+/gi;
const urlCredentials = /(\w+:\/\/)[^\s/@]+@/g;
const maxTextLength = 2000;

/** People who read logs may not join the meetings, so whatever looks like a secret is cut out here. */
export function redact(value: unknown, key = ""): unknown {
  if (secretKey.test(key) && value !== null && value !== undefined && typeof value !== "number") return "[removed]";
  if (typeof value === "string") {
    return value
      .slice(0, maxTextLength)
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

/** One JSON object per line. `event` is a fixed phrase; what varies goes into the fields. */
export const log = {
  debug: (event: string, fields?: Fields) => write("debug", event, fields),
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, fields?: Fields) => write("error", event, fields),
};
