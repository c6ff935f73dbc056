import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serversOnBuild } from "./build-in-use.mjs";
import { claim } from "./claim.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { packagesAreInstalled } from "./installed.mjs";
import { nodeVersionProblem } from "./node-version.mjs";
import { Refusal } from "./refusal.mjs";
import { npm, step } from "./steps.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const inRoot = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);

/** All that the built pages depend on. Migrations, scripts and tests are not among it: they are read as they are. */
const buildSources = [
  "app",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** All that scripts/compile.mjs reads. */
const programSources = [
  "lib",
  "scripts",
  "bench",
  "tests/support",
  "prisma/schema.prisma",
  "tsconfig.json",
  "package-lock.json",
];

/**
 * The file that Node runs, made by scripts/compile.mjs.
 * @param {string} name
 */
export const program = (name) => inRoot(".cache/programs", `${name}.mjs`);

// Nothing here calls home.
const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/**
 * Brings the folder up to date: packages, the database client, our programs and, when asked, the build. What is fresh is skipped.
 * One process at a time: a second one waits, and then finds everything fresh.
 * @param {{ build: boolean }} options
 */
export async function prepare({ build }) {
  const { engines } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  const problem = nodeVersionProblem(process.versions.node, engines.node);
  if (problem) throw new Refusal(problem);
  const release = await claimFolder();
  try {
    if (!packagesAreInstalled(root)) await installPackages();
    await unlessMadeFrom("prisma/generated", ["prisma/schema.prisma", "package-lock.json"], generateClient);
    await unlessMadeFrom(".cache/programs", programSources, compilePrograms);
    if (build) await unlessMadeFrom(".next", buildSources, buildPages);
  } finally {
    release();
  }
}

async function claimFolder() {
  const file = inRoot(".cache", "preparing");
  for (let told = false; ; told = true) {
    const { holder, release } = claim(file);
    if (release) return release;
    if (!told) process.stdout.write(`  Waiting for process ${holder}, which is preparing this folder …\n`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/**
 * Works unless the folder was made from just these sources. What was broken off has no stamp, and is done again.
 * @param {string} folder
 * @param {string[]} sources
 * @param {() => unknown} work
 */
export async function unlessMadeFrom(folder, sources, work) {
  const stamp = inRoot(folder, "made-from");
  const state = fingerprint(root, sources);
  if (readIfPresent(stamp) === state) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

function readIfPresent(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function installPackages() {
  // With the development packages, whatever NODE_ENV says: the build checks types.
  return step("Installing packages", [...npm(), "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
}

function generateClient() {
  return step("Generating the database client", [process.execPath, bin("prisma/build/index.js"), "generate"], {
    ...quiet,
    // Only migrations would need this engine, and it would be downloaded. Any existing file keeps Prisma from trying.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  });
}

function compilePrograms() {
  return step("Compiling the programs", [process.execPath, inRoot("scripts/compile.mjs")]);
}

async function buildPages() {
  const [server] = serversOnBuild(root);
  if (server) {
    throw new Refusal(
      `Latchkey is running from this folder (process ${server}), and its sources have changed.\n` +
        "Stop it first: a new build would take the pages away under it.",
    );
  }
  await step("Building", [process.execPath, bin("next/dist/bin/next"), "build"], { ...quiet, NODE_ENV: "production" });
}

const bin = (file) => inRoot("node_modules", file);
