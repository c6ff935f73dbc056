import { format } from "node:util";
import { isBadInput } from "@/lib/bad-input";
import { log } from "@/lib/log";

/** What Next.js and libraries print becomes a line like ours: one JSON object, secrets cut out. */
export function consoleToLog(): void {
  console.error = (...args: unknown[]) => {
    const text = format(...args);
    // instrumentation.ts has said so, in a line of its own.
    if (!isBadInput(text)) log.error("printed", { text });
  };
  console.warn = (...args: unknown[]) => log.warn("printed", { text: format(...args) });
}
