import { EnvironmentError } from "@/lib/env";
import { UnusableDatabaseError } from "@/lib/missing-migrations";
import { exitInWords, Refusal } from "../prepare/refusal.mjs";

/** Runs a program. What the person can mend is shown in words, anything else whole; both end the process. */
export function main(program: () => Promise<void>): void {
  // When the reader has ended, each write fails. Unhandled, that error would be logged, and the log line fails as well.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
  program().catch((error) => exitInWords(asRefusal(error) ?? error));
}

const shownInWords = [EnvironmentError, UnusableDatabaseError].map(({ name }) => name);

const connectionFaults = [
  "DatabaseNotReachable",
  "DatabaseDoesNotExist",
  "DatabaseAccessDenied",
  "AuthenticationFailed",
  "TlsConnectionError",
  "TooManyConnections",
];

/** By shape: errors come from bundled copies, whose classes are not ours. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Error && shownInWords.includes(error.name)) return new Refusal(error.message);
  const fault = (error as { meta?: { driverAdapterError?: { cause?: { kind: string } } } }).meta?.driverAdapterError;
  if (!connectionFaults.includes(fault?.cause?.kind ?? "")) return null;
  const words = /Message: `([^`]*)`/.exec((error as Error).message)?.[1] ?? fault?.cause?.kind;
  return new Refusal(
    `The database of DATABASE_URL cannot be used: ${words}.\nIs the server running, and are name and password right?`,
  );
}
