import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { SigningKeys } from "@/lib/credentials/signing-key";
import { log } from "@/lib/log";
import type { Composed, Order } from "@/lib/mail/delivery/compose";
import type { LoadedDelivery } from "@/lib/mail/delivery/load";
import type { Sender } from "@/lib/mail/message/invitation";

type Needs = {
  keys: SigningKeys;
  sender: Sender;
  answerLink: (participantId: string) => string;
  meetingUrl: (meetingId: string) => string;
};
type Waiting = { resolve: (composed: Composed) => void; reject: (error: Error) => void };

const waiting = new Map<number, Waiting[]>();
let thread: Worker | null = null;
let orders = 0;

/**
 * Writes mails in a thread beside this one, in the order given. The replies of the mail server come in here, on all
 * connections at about the same moment, and each waits for whatever is computed here: docs/decisions/012.
 * Keys go along as key objects: what they are made of stays where it is, and so does the app's secret.
 * @returns for each delivery's ID its mail to come. It is rejected when the thread ends before, and then nothing is known
 */
export async function composeAhead(
  deliveries: LoadedDelivery[],
  needs: Needs,
): Promise<Map<string, Promise<Composed>>> {
  // Nobody would take the order off the list.
  if (deliveries.length === 0) return new Map();
  const { sender, answerLink, meetingUrl } = needs;
  const items = deliveries.map((delivery) => ({
    delivery,
    answerUrl: answerLink(delivery.participantId),
    meetingUrl: meetingUrl(delivery.meetingId),
  }));
  const order: Order = { items, keys: await openKeys(deliveries, needs.keys), sender };
  const id = ++orders;
  const listeners: Waiting[] = [];
  const mails = deliveries.map((delivery): [string, Promise<Composed>] => {
    const mail = new Promise<Composed>((resolve, reject) => listeners.push({ resolve, reject }));
    // It may end before anybody has asked for this one.
    mail.catch(() => {});
    return [delivery.id, mail];
  });
  waiting.set(id, listeners);
  composeThread().postMessage({ id, order });
  return new Map(mails);
}

async function openKeys(deliveries: LoadedDelivery[], keys: SigningKeys): Promise<Order["keys"]> {
  const credentials = new Map(
    deliveries.flatMap(({ roomToken }) => (roomToken ? [[roomToken.credential.id, roomToken.credential]] : [])),
  );
  const opened = [...credentials].map(
    async ([id, credential]) => [id, await keys.get(credential).catch((error: Error) => error)] as const,
  );
  return new Map(await Promise.all(opened));
}

/** One in a process, started by whoever needs it first and anew when it has ended. It keeps no process alive. */
export function composeThread(): Worker {
  if (thread) return thread;
  const started = new Worker(program(), { eval: true, execArgv: [] });
  thread = started;
  started.unref();
  started.on("message", ({ id, index, composed }: { id: number; index: number; composed: Composed }) => {
    const listeners = waiting.get(id)!;
    // Bytes lose their class on the way.
    if (composed.ok) {
      const { buffer, byteOffset, byteLength } = composed.mail.raw;
      composed.mail.raw = Buffer.from(buffer, byteOffset, byteLength);
    }
    listeners[index]!.resolve(composed);
    if (index === listeners.length - 1) waiting.delete(id);
  });
  started.on("error", (error) => log.error("the thread that composes mails failed", { error }));
  started.on("exit", () => {
    thread = null;
    const left = [...waiting.values()].flat();
    waiting.clear();
    for (const { reject } of left) reject(new Error("The thread that composes mails has ended"));
  });
  return started;
}

/**
 * What the thread runs, as text: a file's name here would be taken by Next for something to bundle, and tsx with it. It reads
 * the sources in the project's folder, as scripts/start.mjs does.
 */
function program(): string {
  const folder = `${pathToFileURL(process.cwd())}/`;
  const load = (module: string) => `import(${JSON.stringify(module)})`;
  return `${load("tsx/esm/api")}.then(({ register }) => { register(); return ${load(`${folder}lib/mail/delivery/compose-orders.ts`)}; })`;
}
