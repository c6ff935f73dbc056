import { setTimeout as after } from "node:timers/promises";
import type { Database } from "@/lib/db";
import { log } from "@/lib/log";
import { type Attempt, recordAttempts } from "@/lib/mail/delivery/record-attempts";

type Options = { now: () => Date; delayMs: (attempts: number) => number; stop: AbortSignal };

const everyMs = 500;
const againAfterMs = 1000;

/** Records every half second: people watch the page, and a crash repeats few mails. */
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

  /** Tries until it succeeds or the process stops: an unrecorded mail would be sent again. */
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
        this.known.splice(0, attempts.length);
      });
    this.recording = written;
    return written;
  }
}
