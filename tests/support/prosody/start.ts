import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@/tests/support/postgres";
import { type ProsodyFacts, prosodyConfig } from "@/tests/support/prosody/config";
import { type ProsodyProcess, runProsody } from "@/tests/support/prosody/process";

export type Prosody = {
  domain: string;
  boshUrl: string;
  /** As on a real server: written to the configuration, and the server restarted. Same URL. */
  setSecret(appSecret: string): Promise<void>;
  /** What the running server has printed. */
  log(): string;
  stop(): Promise<void>;
};

const plugins = fileURLToPath(new URL("plugins", import.meta.url));
/** Prosody refuses to run as root. */
const nobody = 65_534;

/** A real Prosody on a free port of 127.0.0.1 with a folder of its own, checking tokens as a Jitsi server does. */
export async function startProsody(facts: ProsodyFacts): Promise<Prosody> {
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const folder = await mkdtemp(join(tmpdir(), "latchkey-prosody-"));
  const port = await freePort();
  const configFile = join(folder, "prosody.cfg.lua");

  async function start(appSecret: string): Promise<ProsodyProcess> {
    await writeFile(configFile, prosodyConfig({ ...facts, appSecret }, { folder, port }));
    return runProsody({ configFile, port, user });
  }

  await cp(plugins, join(folder, "plugins"), { recursive: true });
  await Promise.all(["data", "certs"].map((name) => mkdir(join(folder, name))));
  await chmod(folder, 0o755);
  if (user.uid !== undefined) await chown(join(folder, "data"), user.uid, user.gid);

  const removeFolder = () => rm(folder, { recursive: true, force: true });
  let running = await start(facts.appSecret).catch(async (error) => {
    await removeFolder();
    throw error;
  });
  return {
    domain: facts.domain,
    boshUrl: `http://127.0.0.1:${port}/http-bind`,
    async setSecret(appSecret) {
      await running.stop();
      running = await start(appSecret);
    },
    log: () => running.log(),
    async stop() {
      await running.stop();
      await removeFolder();
    },
  };
}
