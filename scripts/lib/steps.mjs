import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

// What has to be done before anything runs. Plain JavaScript without dependencies: there may be no node_modules yet.

export const root = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

// No telemetry, and no download of an engine that nothing here uses: any file that exists stands in for it.
const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

/** Sentence for a Node that is too old, or null. The ranges are those of "engines" in package.json. */
export function nodeProblem(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  return fits ? null : `Latchkey needs Node 20.19 or later, 22.12 or later, or 24. This is Node ${version}.`;
}

export function installDependencies() {
  const wanted = hashOf(["package.json", "package-lock.json"]);
  step("Installing dependencies", "node_modules/.latchkey-installed", wanted, () =>
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
}

export function generateClient() {
  const wanted = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  step("Preparing the database client", "prisma/generated/.made-from", wanted, () => runBin("prisma", ["generate"]));
}

export function buildApp() {
  const wanted = hashOf([
    "app",
    "lib",
    "prisma/schema.prisma",
    "package-lock.json",
    "tsconfig.json",
    "next.config.js",
    "postcss.config.mjs",
    "proxy.ts",
    "instrumentation.ts",
  ]);
  step("Building the app", ".next/made-from", wanted, () => runBin("next", ["build"]));
}

/** Does the work when the stamp does not say that it was done from just these files. Written last: a half-done step is done again. */
function step(title, stampFile, wanted, work) {
  const stamp = path.join(root, stampFile);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stdout.write(`  ${title} …\n`);
  const start = performance.now();
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  process.stdout.write(`  ${title}: done in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

export const runBin = (name, args) => run(path.join(root, "node_modules/.bin", name), args);

/** Shows the output only when it fails: what the person sees stays readable. */
function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, env: { ...process.env, ...quiet }, encoding: "utf8" });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  throw new Error(
    `${path.basename(command)} ${args.join(" ")} failed${result.error ? `: ${result.error.message}` : ""}`,
  );
}

/** Of contents, not of times: a checkout or a copy changes those. A few hundred small files take some 20 ms. */
function hashOf(places) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of places.flatMap((place) => filesIn(path.join(root, place)))) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}
