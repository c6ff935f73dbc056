// npm start, npm run dev, npm run worker, npm run migrate: prepares what is missing or stale, then runs a program.
// Arguments: the program, from this folder, and its own. Plain JavaScript: nothing may be installed yet.
import { prepare, root } from "./prepare/prepare.mjs";
import { exitInWords } from "./prepare/refusal.mjs";

const [program = "serve.ts", ...args] = process.argv.slice(2);
const dev = args.includes("--dev");

process.chdir(root);
await prepare({ build: program === "serve.ts" && !dev }).catch(exitInWords);

// In this process, so that the one that was started is the one to stop, and its exit code is the program's.
const url = new URL(program, import.meta.url);
process.argv = [process.execPath, url.pathname, ...args];
process.env.NODE_ENV = dev ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.setSourceMapsEnabled(true);
const { register } = await import("tsx/esm/api");
const unregister = register();
await import(url.href);
// What Next loads from here on is JavaScript, and comes sooner without a look at each file.
if (program === "serve.ts") await unregister();
