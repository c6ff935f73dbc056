import { parentPort } from "node:worker_threads";
import { composeDelivery, type Order } from "@/lib/mail/delivery/compose";

// The other end of compose-ahead.ts: one mail after the other, each handed over as soon as it is written.
const port = parentPort!;
let before = Promise.resolve();

port.on("message", ({ id, order }: { id: number; order: Order }) => {
  before = before.then(async () => {
    for (const [index, item] of order.items.entries())
      port.postMessage({ id, index, composed: await composeDelivery(item, order) });
  });
});
