// npm start, npm run dev, npm run worker, npm run migrate, npm run bench: prepares what is missing or stale, then runs a
// compiled program. Arguments: the program and its own. Plain JavaScript: nothing may be installed yet.
import { pathToFileURL } from "node:url";
import { prepare, program, root } from "./prepare/prepare.mjs";
import { exitInWords } from "./prepare/refusal.mjs";

const [name = "serve", ...args] = process.argv.slice(2);
const dev = args.includes("--dev");

process.chdir(root);
await prepare({ build: (name === "serve" && !dev) || name === "bench" }).catch(exitInWords);

// In this process, so that the one that was started is the one to stop, and its exit code is the program's.
process.argv = [process.execPath, program(name), ...args];
process.env.NODE_ENV = dev ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
await import(pathToFileURL(program(name)).href);
