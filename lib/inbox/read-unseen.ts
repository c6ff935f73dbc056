import type { ImapFlow } from "imapflow";
import { largestMail } from "@/lib/inbox/classify";
import { type Handled, ignored } from "@/lib/inbox/handle";
import { log } from "@/lib/log";
import { isOfTheDatabase } from "@/lib/prisma-error";

export type Handle = (raw: Buffer, receivedAt: Date) => Promise<Handled>;

export type Reading = {
  handle: Handle;
  databaseAnswers: () => Promise<boolean>;
  /** How often each mail failed, by UID. It is the caller's, so that the next reading knows. */
  failures: Map<number, number>;
};

/** Enough for a deadlock or a lost race: what fails as often with a database that answers fails for ever. */
const mostTries = 5;

/**
 * Handles every unread mail of the open mailbox, the oldest first, and marks it as read; nothing is ever deleted. One that
 * cannot be handled stays unread and is passed over: anybody can write mails, and none may keep the others from being read.
 * While the database does not answer nothing is judged and nothing is marked.
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
    // A database that answers may still be read-only or full: that is not the mail's fault.
    if (isOfTheDatabase(error)) return "later";
    const tries = (reading.failures.get(uid) ?? 0) + 1;
    reading.failures.set(uid, tries);
    if (tries < mostTries) return "later";
    log.error("mail given up", { uid, tries });
    return "done";
  }
}

async function fetchAndHandle(client: ImapFlow, uid: string, handle: Handle): Promise<Handled> {
  const heading = await client.fetchOne(uid, { size: true, internalDate: true }, { uid: true });
  if (heading && heading.size! > largestMail) return ignored("too large");
  const mail = await client.fetchOne(uid, { source: true }, { uid: true });
  // Its owner, or a rule of the server, took it away meanwhile.
  if (!heading || !mail || mail.source === undefined) return "done";
  return handle(mail.source, new Date(heading.internalDate ?? 0));
}

/** What went wrong and where, without the message: the database quotes in it what it was given. */
function kindOf(error: unknown) {
  const { name, code, message, stack } = error as Error & { code?: string };
  const frames = stack?.replace(message, "").split("\n") ?? [];
  return { name, code, at: frames.filter((line) => /^\s+at /.test(line)).slice(0, 5) };
}
