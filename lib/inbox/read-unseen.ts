import type { ImapFlow } from "imapflow";
import { maxMailBytes } from "@/lib/inbox/classify";
import { type Handled, logIgnored } from "@/lib/inbox/handle";
import { log } from "@/lib/log";
import { isOfTheDatabase } from "@/lib/prisma-error";

export type Handle = (raw: Buffer, receivedAt: Date) => Promise<Handled>;

export type Reading = {
  handle: Handle;
  databaseAnswers: () => Promise<boolean>;
  /** Failures by UID of the mail. The next reading continues them. */
  failures: Map<number, number>;
};

/** Enough for a deadlock or a lost race. */
const maxTries = 5;

/**
 * Handles unread mails, oldest first, and marks them as read. A mail that fails stays unread and delays no other.
 * @returns whether mails are left for another try
 * @throws when the connection breaks
 */
export async function readUnseen(client: ImapFlow, reading: Reading, signal: AbortSignal): Promise<boolean> {
  const uids = (await client.search({ seen: false }, { uid: true })) || [];
  let left = false;
  for (const uid of uids) {
    if (signal.aborted) return left;
    const outcome = await handleOne(client, uid, reading);
    if (outcome === "done") await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    else left = true;
    if (outcome === "outage") return left;
  }
  return left;
}

async function handleOne(client: ImapFlow, uid: number, reading: Reading): Promise<Handled | "outage"> {
  try {
    return await fetchAndHandle(client, String(uid), reading.handle);
  } catch (error) {
    if (!client.usable) throw error;
    log.error("mail not handled", { uid, failure: kindOf(error) });
    if (!(await reading.databaseAnswers())) return "outage";
    if (isOfTheDatabase(error)) return "later";
    const tries = (reading.failures.get(uid) ?? 0) + 1;
    reading.failures.set(uid, tries);
    if (tries < maxTries) return "later";
    log.error("mail given up", { uid, tries });
    return "done";
  }
}

async function fetchAndHandle(client: ImapFlow, uid: string, handle: Handle): Promise<Handled> {
  const heading = await client.fetchOne(uid, { size: true, internalDate: true }, { uid: true });
  if (heading && heading.size! > maxMailBytes) return logIgnored("too large");
  const mail = await client.fetchOne(uid, { source: true }, { uid: true });
  if (!heading || !mail || mail.source === undefined) return "done";
  return handle(mail.source, new Date(heading.internalDate ?? 0));
}

/** Leaves out the message, because the database quotes values in it. */
function kindOf(error: unknown) {
  const { name, code, message, stack } = error as Error & { code?: string };
  const frames = stack?.replace(message, "").split("\n") ?? [];
  return { name, code, at: frames.filter((line) => /^\s+at /.test(line)).slice(0, 5) };
}
