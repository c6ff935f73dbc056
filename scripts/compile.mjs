import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// Compiles our TypeScript programs (docs/decisions/022), each into one file. npm packages stay where they are installed.
// A running server reads none of these files again, so compiling disturbs none.
const entryPoints = {
  serve: "scripts/serve.ts",
  worker: "scripts/worker.ts",
  migrate: "scripts/migrate.ts",
  "migrate-child": "scripts/migrate-child.ts",
  bench: "bench/run.ts",
  "bench-part": "bench/run-part.ts",
  "bench-smtp-server": "bench/smtp-server.ts",
};
// Two folders deep, as scripts/prepare is: files there find the project from their own place.
const outdir = path.join(root, ".cache", "programs");

rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints,
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "warning",
});
