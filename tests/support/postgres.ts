import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import pg from "pg";

/** Ours to start and stop: a cluster in a folder that goes away with it. */
export type Cluster = {
  url(database: string): string;
  createDatabase(name: string, template?: string): Promise<string>;
  stop(): Promise<void>;
};

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
const asRoot = userInfo().uid === 0;
const owner: { uid?: number; gid?: number } = asRoot ? idsOf("postgres") : {};

function idsOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export function postgresBin(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return folders.find((folder) => existsSync(path.join(folder, "initdb"))) ?? null;
}

/** @param durable keeps fsync on, for tests that kill the server */
export async function startPostgres({ durable = false } = {}): Promise<Cluster> {
  const bin = postgresBin();
  if (!bin) throw new Error("PostgreSQL's server programs (initdb, postgres) are not installed");
  const folder = mkdtempSync(path.join(tmpdir(), "latchkey-postgres-"));
  if (asRoot) chownSync(folder, owner.uid!, owner.gid!);
  const data = path.join(folder, "data");
  execFileSync(path.join(bin, "initdb"), ["-D", data, "-A", "trust", "-U", "latchkey", "-E", "UTF8", "--no-sync"], {
    ...owner,
    stdio: "pipe",
    cwd: folder,
  });
  const port = await freePort();
  const settings = [
    `-p${port}`,
    "-clisten_addresses=127.0.0.1",
    `-cunix_socket_directories=${folder}`,
    "-cmax_connections=200",
  ];
  if (!durable) settings.push("-cfsync=off", "-csynchronous_commit=off", "-cfull_page_writes=off");
  const server = spawn(path.join(bin, "postgres"), ["-D", data, ...settings], {
    ...owner,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const endWithTests = () => server.kill("SIGKILL");
  process.once("exit", endWithTests);
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let log = "";
    server.stderr!.on("data", (chunk) => {
      log += chunk;
      if (log.includes("ready to accept connections")) resolve();
    });
    exited.then(() => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
  server.stderr!.removeAllListeners("data").resume();

  const url = (database: string) => `postgresql://latchkey@127.0.0.1:${port}/${database}`;
  return {
    url,
    createDatabase: (name, template) => createDatabase(url("postgres"), name, template),
    async stop() {
      server.kill("SIGINT");
      await exited;
      process.removeListener("exit", endWithTests);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param serverUrl with any database of the server; gives the URL of the new one */
export async function createDatabase(serverUrl: string, name: string, template = "template0"): Promise<string> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export const freePort = async (): Promise<number> => (await freePorts(1))[0]!;

/** Different ones: each is held until all are known, for one that was given back may be given again. */
export async function freePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer());
  await Promise.all(probes.map((probe) => once(probe.listen(0, "127.0.0.1"), "listening")));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => once(probe.close(), "close")));
  return ports;
}
