import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

// One zone far from UTC and off the full hour: a test that forgets a zone shows it.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  resolve: { alias: { "@/": root } },
  test: {
    env: { TZ: "Asia/Kathmandu" },
    reporters: ["default", "./tests/support/reporter.ts"],
    globalSetup: ["tests/support/temporary-folder.ts"],
    setupFiles: ["tests/support/before-tests.ts"],
    // Only what never ends fails by them: a busy machine needs a tenth.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    // Most files wait most of the time: for a mail server, a browser, a process that starts. On two cores the default is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Pure functions leave nothing behind: their files share what they load.
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "integration",
          // Each file would load Prisma and compile PGlite again, which took a third of the run's CPU time.
          isolate: false,
          globalSetup: ["tests/support/temporary-folder.ts", "tests/support/provide-databases.ts"],
          include: ["tests/integration/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          isolate: false,
          globalSetup: [
            "tests/support/temporary-folder.ts",
            "tests/support/provide-databases.ts",
            "tests/support/provide-apps.ts",
          ],
          include: ["tests/e2e/**/*.test.ts"],
        },
      },
    ],
  },
});
