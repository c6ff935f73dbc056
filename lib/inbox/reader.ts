import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import { type Handle, readUnseen } from "@/lib/inbox/read-unseen";
import { log } from "@/lib/log";
import { imapConnection } from "@/lib/mail/settings/imap-connection";
import type { MailServer } from "@/lib/mail/settings/server";

export type InboxReader = {
  /** Finishes the current mail and closes the connection. */
  stop(): Promise<void>;
};

type Options = {
  /** Called every few seconds. Null without an inbox. */
  server: () => Promise<MailServer | null>;
  handle: Handle;
  databaseAnswers: () => Promise<boolean>;
  lookForSettingsMs?: number;
};

const settingsEveryMs = 10_000;
const firstPauseMs = 1000;
const maxPauseMs = 60_000;
/** Short, because a bounce can arrive before its mail is recorded as accepted. */
const firstRetryMs = 250;
/** Some servers do not announce new mails. */
const pollMs = 5 * 60_000;
const maxGraceMs = 5000;

/** Reads answers and bounces as they arrive (IMAP IDLE). Several readers may run. It survives every outage. */
export function startInbox(options: Options): InboxReader {
  const stopping = new AbortController();
  const ended = run(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function run(options: Options, stopping: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    try {
      const place = await options.server();
      if (!place) {
        await pause(options.lookForSettingsMs ?? settingsEveryMs, stopping);
        continue;
      }
      await connected(place, options, stopping, () => {
        failures = 0;
      });
    } catch (error) {
      failures += 1;
      log.warn("inbox not reachable", { failures, error });
      await pause(Math.min(firstPauseMs * 2 ** (failures - 1), maxPauseMs), stopping);
    }
  }
}

/** Ends when the process stops or the settings change. Throws when the connection breaks. */
async function connected(place: MailServer, options: Options, stopping: AbortSignal, opened: () => void) {
  const client = await imapConnection(place);
  const session = childSignal(stopping);
  client.once("close", session.end);
  // Lets the current mail finish, but not for ever if the server is silent.
  let graceMs = 0;
  let closing: NodeJS.Timeout | undefined;
  const closeSoon = () => {
    closing = globalThis.setTimeout(() => client.close(), graceMs);
  };
  session.signal.addEventListener("abort", closeSoon, { once: true });
  const watching = watchSettings(place, options, session.signal).finally(session.end);
  try {
    await client.connect();
    await client.mailboxOpen("INBOX");
    graceMs = maxGraceMs;
    opened();
    log.info("inbox open", { host: place.host });
    await readOn(client, options, session.signal);
    if (client.usable) await client.logout();
    else if (!stopping.aborted) throw new Error("The mail server closed the connection to the inbox");
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    session.end();
    clearTimeout(closing);
    client.close();
    await watching;
  }
}

async function watchSettings(place: MailServer, options: Options, signal: AbortSignal): Promise<void> {
  const before = JSON.stringify(place);
  while (!signal.aborted) {
    await pause(options.lookForSettingsMs ?? settingsEveryMs, signal);
    const now = await options.server().catch(() => place);
    if (JSON.stringify(now) !== before) return;
  }
}

/** Takes no mailbox lock, because IDLE never begins with one. */
async function readOn(client: ImapFlow, { handle, databaseAnswers }: Options, signal: AbortSignal): Promise<void> {
  const reading = { handle, databaseAnswers, failures: new Map<number, number>() };
  for (let tries = 0; !signal.aborted; ) {
    const pass = childSignal(signal);
    // Before reading, so that no mail is missed that arrives meanwhile.
    const arrived = once(client, "exists", { signal: pass.signal }).catch(() => {});
    try {
      const left = await readUnseen(client, reading, signal);
      tries = left ? tries + 1 : 0;
      if (signal.aborted) return;
      client.idle().catch(() => {});
      await Promise.race([arrived, pause(left ? retryAfterMs(tries) : pollMs, pass.signal)]);
    } finally {
      pass.end();
    }
  }
}

const retryAfterMs = (tries: number): number => Math.min(firstRetryMs * 2 ** (tries - 1), maxPauseMs);

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** A signal that ends with `outer` or before it. AbortSignal.any would leak, because it lives as long as its sources. */
function childSignal(outer: AbortSignal): { signal: AbortSignal; end: () => void } {
  const inner = new AbortController();
  const end = () => {
    outer.removeEventListener("abort", end);
    inner.abort();
  };
  outer.addEventListener("abort", end, { once: true });
  if (outer.aborted) end();
  return { signal: inner.signal, end };
}
