import { EnvironmentError } from "@/lib/env";
import { exitInWords, Refusal } from "../prepare/refusal.mjs";

/** Runs a program. What the person can mend is shown in words, anything else whole; both end the process. */
export function main(program: () => Promise<void>): void {
  // When the reader has ended, each write fails. Unhandled, that error would be logged, and the log line fails as well.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
  program().catch((error) => exitInWords(asRefusal(error) ?? error));
}

const connectionFaults = [
  "DatabaseNotReachable",
  "DatabaseDoesNotExist",
  "DatabaseAccessDenied",
  "AuthenticationFailed",
  "TlsConnectionError",
  "TooManyConnections",
];

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof EnvironmentError) return new Refusal(error.message);
  // By shape: the error comes from a bundled copy of the client, whose classes are not ours.
  const fault = (error as { meta?: { driverAdapterError?: { cause?: { kind: string } } } }).meta?.driverAdapterError;
  if (!connectionFaults.includes(fault?.cause?.kind ?? "")) return null;
  const words = /Message: `([^`]*)`/.exec((error as Error).message)?.[1] ?? fault?.cause?.kind;
  return new Refusal(
    `The database of DATABASE_URL cannot be used: ${words}.\nIs the server running, and are name and password right?`,
  );
}
