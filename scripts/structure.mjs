import { readdirSync } from "node:fs";
import path from "node:path";
import { sentenceProblems } from "./sentences.mjs";

// The rules of the house. No list of exceptions: a rule that does not fit is changed for everybody.

const longest = { source: 200, test: 400 };
const maxTestName = 80;
const testName = /^\s*(?:test|it)(?:\.\w+(?:\([^"'`]*?\))?)*\(\s*(["'`])((?:\\.|(?!\1).)*)\1/gm;
const vague = /(^|\/)(utils?|helpers?|misc|common|shared|index)(\/|\.(ts|tsx|mjs)$)/;
const kebabFile = /^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.(ts|tsx|mjs)$/;
/** Next's own signs are allowed around a folder's name: (group), [parameter], [...rest], _private. */
const kebabFolder = /^(\([a-z0-9-]+\)|\[{1,2}(\.{3})?[a-zA-Z]+\]{1,2}|_?[a-z0-9]+(-[a-z0-9]+)*)$/;
const importOf =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/**
 * Paths of our own source files, relative to `root`.
 * @param {string} root
 */
export function sourceFiles(root) {
  const places = ["app", "lib", "scripts", "tests", "bench"];
  const found = places.flatMap((place) =>
    readdirSync(path.join(root, place), { recursive: true }).map((name) => path.join(place, name)),
  );
  return found.filter((name) => /\.(ts|tsx|mjs)$/.test(name)).sort();
}

/**
 * Every breach, as a sentence that names the file.
 * @param {{ name: string, text: string }[]} files
 */
export function structureProblems(files) {
  const names = new Set(files.map((file) => file.name));
  const graph = new Map(files.map((file) => [file.name, importsOf(file, names)]));
  return [
    ...files.flatMap((file) => [
      ...shapeProblems(file),
      ...sentenceProblems(file),
      ...graph.get(file.name).flatMap((use) => directionProblems(file.name, use)),
    ]),
    ...cycles(graph),
    ...cycles(foldersOf(graph)),
    ...commentProblems(files),
  ];
}

/** The domain folders as one graph. */
function foldersOf(graph) {
  const folders = new Map();
  for (const [name, uses] of graph) {
    if (layerOf(name) !== "noun") continue;
    const from = folderOf(name);
    const others = uses
      .filter(({ to }) => to && layerOf(to) === "noun" && folderOf(to) !== from)
      .map(({ to }) => ({ to: folderOf(to) }));
    folders.set(from, [...(folders.get(from) ?? []), ...others]);
  }
  return folders;
}

const folderOf = (name) => path.dirname(name);

function shapeProblems({ name, text }) {
  const lines = text.split("\n").length - 1;
  const most = /^(tests|bench)\//.test(name) ? longest.test : longest.source;
  const problems = [];
  if (lines > most) problems.push(`${name}: ${lines} lines; at most ${most}, so split it`);
  if (vague.test(name)) problems.push(`${name}: the name does not say what is in it`);
  const [file, ...folders] = name.split("/").reverse();
  if (!kebabFile.test(file) || !folders.every((folder) => kebabFolder.test(folder)))
    problems.push(`${name}: names are kebab-case`);
  for (const [, , title] of /\.test\.tsx?$/.test(name) ? text.matchAll(testName) : []) {
    if (title.replace(/\$\{.*?\}/g, "").length > maxTestName)
      problems.push(`${name}: "${title}" is longer than ${maxTestName} characters`);
  }
  if (/^export \* from /m.test(text)) problems.push(`${name}: passes on all of another file; import that one itself`);
  return problems;
}

function directionProblems(from, { to, typeOnly, specifier }) {
  const layer = layerOf(from);
  const target = to ? layerOf(to) : null;
  const why =
    (layer === "app" && reasonAgainstPage(specifier, typeOnly)) ||
    (["noun", "infrastructure"].includes(layer) && target === "app" && "lib never imports app") ||
    (layer === "infrastructure" && target === "noun" && !typeOnly && "infrastructure imports no domain folder") ||
    (["app", "noun", "infrastructure"].includes(layer) &&
      target === "around" &&
      "the product imports nothing from there");
  return why ? [`${from}: imports ${specifier}; ${why}`] : [];
}

function reasonAgainstPage(specifier, typeOnly) {
  if (/^@?prisma|prisma\/generated/.test(specifier)) return "only lib knows Prisma";
  return specifier === "@/lib/db" && !typeOnly && "pages and actions go through a function of lib";
}

/** `lib/x.ts` and all of `lib/words` are infrastructure, `lib/<noun>/x.ts` a domain folder. */
function layerOf(name) {
  const [top, ...rest] = name.split("/");
  if (top === "app") return top;
  if (top === "lib") return rest.length > 1 && rest[0] !== "words" ? "noun" : "infrastructure";
  return "around";
}

function importsOf({ name, text }, names) {
  return [...text.matchAll(importOf)].map((match) => {
    const specifier = match[3] ?? match[4];
    return { specifier, typeOnly: Boolean(match[2]), to: resolve(name, specifier, names) };
  });
}

function resolve(from, specifier, names) {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? path.join(path.dirname(from), specifier)
      : null;
  if (base === null) return null;
  return (
    ["", ".ts", ".tsx", ".mjs", "/page.tsx"].map((end) => base + end).find((candidate) => names.has(candidate)) ?? null
  );
}

/** Imports of types count: they too say in which direction to read. */
function cycles(graph) {
  const state = new Map();
  const found = [];
  const visit = (name, trail) => {
    if (state.get(name) === "done") return;
    if (trail.includes(name)) {
      found.push(`Imports in a circle: ${[...trail.slice(trail.indexOf(name)), name].join(" → ")}`);
      return;
    }
    for (const { to } of graph.get(name) ?? []) if (to) visit(to, [...trail, name]);
    state.set(name, "done");
  };
  for (const name of graph.keys()) visit(name, []);
  return found;
}

/** Of the lines of lib. */
const maxCommentShare = 0.08;

/** Comments that repeat the code go out of date, so there may be only so many. */
function commentProblems(files) {
  const texts = files.filter(({ name }) => /^lib\/.*\.ts$/.test(name)).map(({ text }) => text);
  const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  const comments = texts.reduce((sum, text) => sum + commentLines(text), 0);
  if (comments <= lines * maxCommentShare) return [];
  const [share, most] = [comments / lines, maxCommentShare].map((part) => `${(part * 100).toFixed(1)} %`);
  return [
    `lib: ${comments} of ${lines} lines are comments (${share}); at most ${most}, so delete what repeats the code`,
  ];
}

/** @param {string} text */
function commentLines(text) {
  let inside = false;
  return text.split("\n").filter((line) => {
    const starts = /^\s*(\/\/|\/\*)/.test(line);
    const counts = inside || starts;
    if (inside || /^\s*\/\*/.test(line)) inside = !line.includes("*/");
    return counts;
  }).length;
}
