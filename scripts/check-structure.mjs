import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sourceFiles, structureProblems } from "./structure.mjs";

const root = path.resolve(fileURLToPath(new URL("..", import.meta.url)));
const files = sourceFiles(root).map((name) => ({ name, text: readFileSync(path.join(root, name), "utf8") }));
const problems = structureProblems(files);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exit(problems.length > 0 ? 1 : 0);
