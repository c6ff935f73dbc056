import { setTimeout as after } from "node:timers/promises";
import type { Database } from "@/lib/db";
import { log } from "@/lib/log";
import { type Attempt, recordAttempts } from "@/lib/mail/delivery/record-attempts";

type Options = { now: () => Date; delayMs: (attempts: number) => number; stop: AbortSignal };

const everyMs = 500;
const againAfterMs = 1000;

/**
 * What became of mails, written every `everyMs` and not only at a batch's end: somebody watches the meeting's page, and a
 * crash then repeats a few mails rather than the whole batch.
 */
export class Recorder {
  private readonly known: Attempt[] = [];
  private recording: Promise<unknown> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly db: Database,
    private readonly options: Options,
  ) {
    this.timer = setInterval(() => {
      this.record().catch((error) => log.warn("attempts not recorded yet", { error }));
    }, everyMs);
  }

  add(attempt: Attempt): void {
    this.known.push(attempt);
  }

  /** The mail server has these mails: given up only when the process stops, for whoever finds no trace sends them again. */
  async finish(): Promise<void> {
    clearInterval(this.timer);
    for (;;) {
      try {
        return await this.record();
      } catch (error) {
        if (this.options.stop.aborted) throw error;
        log.warn("attempts not recorded yet", { error });
        await after(againAfterMs);
      }
    }
  }

  private record(): Promise<void> {
    const written = this.recording
      .catch(() => {})
      .then(async () => {
        const attempts = [...this.known];
        await recordAttempts(this.db, attempts, this.options.now(), this.options.delayMs);
        // Only now: what could not be written is written with the next.
        this.known.splice(0, attempts.length);
      });
    this.recording = written;
    return written;
  }
}
