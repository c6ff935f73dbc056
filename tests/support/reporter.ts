import type { Reporter, SerializedError, TestModule, TestRunEndReason } from "vitest/node";

/** Prints the line that tells a reader, and CI, how it went. Anything that went wrong outside a test counts as failed. */
export default class ClosingLine implements Reporter {
  #closed = false;

  constructor() {
    process.once("exit", () => this.#close({ passed: 0, failed: 1, skipped: 0 }));
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[], reason: TestRunEndReason): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        counts[state === "pending" ? "failed" : state]++;
      }
      const brokenOutsideTests = module.state() === "failed" && tests.every((test) => test.result().state !== "failed");
      if (brokenOutsideTests) counts.failed++;
    }
    if (reason === "interrupted" || counts.passed + counts.failed === 0) counts.failed++;
    if (counts.failed > 0) process.exitCode = 1;
    this.#close(counts);
  }

  /** A run that breaks off never gets to its end, and has failed. */
  #close({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }) {
    if (this.#closed) return;
    this.#closed = true;
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
