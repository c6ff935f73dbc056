import { format } from "node:util";
import { log } from "@/lib/log";

/** What Next.js and libraries print becomes a line like ours: one JSON object, secrets cut out. */
export function consoleToLog(): void {
  console.error = (...args: unknown[]) => log.error("printed", { text: format(...args) });
  console.warn = (...args: unknown[]) => log.warn("printed", { text: format(...args) });
}
