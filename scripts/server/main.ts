import { EnvironmentError } from "@/lib/env";
import { exitInWords, Refusal } from "../prepare/refusal.mjs";

/** Runs a program. What the person can mend is shown in words, anything else whole; both end the process. */
export function main(program: () => Promise<void>): void {
  program().catch((error) => exitInWords(error instanceof EnvironmentError ? new Refusal(error.message) : error));
}
