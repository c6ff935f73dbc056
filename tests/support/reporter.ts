import path from "node:path";
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from "vitest/node";

const shown = 10;

/**
 * Prints the slowest files, and then the line that tells a reader, and CI, how it went. Anything that went wrong outside
 * a test counts as failed.
 */
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
    printSlowest(modules);
    this.#close(counts);
  }

  /** A run that breaks off never gets to its end, and has failed. */
  #close({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }) {
    if (this.#closed) return;
    this.#closed = true;
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}

/** With what a file loads, its hooks and its tests. Files run side by side: the sum is more than the run took. */
function printSlowest(modules: readonly TestModule[]) {
  const timed = modules.map((module) => {
    const { setupDuration, collectDuration, duration } = module.diagnostic();
    return { file: path.relative("", module.moduleId), seconds: (setupDuration + collectDuration + duration) / 1000 };
  });
  const slowest = timed.sort((a, b) => b.seconds - a.seconds).slice(0, shown);
  const lines = slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
  process.stdout.write(`\nThe slowest test files:\n${lines.join("")}`);
}
