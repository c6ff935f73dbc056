import type { ImapFlow } from "imapflow";
import { largestMail } from "@/lib/inbox/classify";
import { type Handled, ignored } from "@/lib/inbox/handle";
import { log } from "@/lib/log";

export type Handle = (raw: Buffer, receivedAt: Date) => Promise<Handled>;

/** So many in a row that fail say something about the database and not about the mails. */
const mostFailures = 3;

/**
 * Handles every unread mail of the open mailbox, the oldest first, and marks it as read; nothing is ever deleted. One that
 * cannot be handled now stays unread.
 * @returns whether mails are left for another try
 * @throws when the connection breaks
 */
export async function readUnseen(client: ImapFlow, handle: Handle, signal: AbortSignal): Promise<boolean> {
  const uids = (await client.search({ seen: false }, { uid: true })) || [];
  let left = false;
  let failures = 0;
  for (const uid of uids) {
    if (signal.aborted || failures === mostFailures) return left;
    const outcome = await handleOne(client, String(uid), handle);
    if (outcome === "done") await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    left ||= outcome !== "done";
    failures = outcome === "failed" ? failures + 1 : 0;
  }
  return left;
}

async function handleOne(client: ImapFlow, uid: string, handle: Handle): Promise<Handled | "failed"> {
  const heading = await client.fetchOne(uid, { size: true, internalDate: true }, { uid: true });
  if (heading && heading.size! > largestMail) return ignored("too large");
  const mail = await client.fetchOne(uid, { source: true }, { uid: true });
  // Its owner, or a rule of the server, took it away meanwhile.
  if (!heading || !mail || mail.source === undefined) return "done";
  try {
    return await handle(mail.source, new Date(heading.internalDate ?? 0));
  } catch (error) {
    log.error("mail not handled", { uid, error });
    return "failed";
  }
}
