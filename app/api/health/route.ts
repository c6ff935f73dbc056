import { setTimeout as wait } from "node:timers/promises";
import { hasPeople } from "@/lib/accounts/queries";
import { inRequest } from "@/lib/in-request";
import { log } from "@/lib/log";
import { runtime } from "@/lib/runtime";

/** A database that hangs is as little use as one that is gone; probes give up after a few seconds themselves. */
const patienceMs = 3_000;

/** 200 while the database answers, 503 otherwise. Says nothing else: it is open to anybody. */
export async function GET(): Promise<Response> {
  return inRequest({}, async () => {
    try {
      const late = wait(patienceMs, null, { ref: false }).then(() => Promise.reject(new Error("no answer in time")));
      await Promise.race([hasPeople(runtime().db), late]);
      return Response.json({ ok: true });
    } catch (error) {
      log.error("health check failed", { error });
      return Response.json({ ok: false }, { status: 503 });
    }
  });
}
