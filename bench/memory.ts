import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { atMost, type Figure } from "@/bench/measure";
import { type Server, startEmpty, startOurs } from "@/bench/servers";
import { openDatabase } from "@/lib/db";
import { newId } from "@/lib/ids";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { startQueue } from "@/lib/queue";
import { root, unlessMadeFrom } from "@/scripts/prepare/prepare.mjs";
import { appSecret, inputFor, install, mailHost, sender } from "@/tests/support/installation";
import { freePort } from "@/tests/support/postgres";

const people = 500;
const emptyApp = path.join(root, ".cache/empty-app");

/**
 * Memory of the idle server beside an empty Next.js server of the same version, and its peak while mails leave.
 * Resident memory (RSS) of all processes of a server. The proportional share (PSS) would depend on how many other Node
 * processes run on the machine, because they share Node's own code.
 */
export async function benchMemory({ databaseUrl }: { databaseUrl: string | null }): Promise<Figure[]> {
  if (process.platform !== "linux") return [];
  await unlessMadeFrom(".cache/empty-app", ["bench/empty-app", "package-lock.json"], buildEmptyApp);
  const empty = await memoryOf(await startEmpty(emptyApp, await freePort()));

  const dataDir = mkdtempSync(path.join(tmpdir(), "latchkey-bench-"));
  const smtp = await acceptMails(people);
  const environment = {
    DATABASE_URL: databaseUrl ?? "",
    DATA_DIR: dataDir,
    APP_SECRET: appSecret,
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    MAIL_FROM: sender.address,
  };
  try {
    // The first start migrates, and is measured as it is.
    const idle = await memoryOf(await startOurs(environment));
    await writeInvitations({ databaseUrl, dataDir });
    const sending = await startOurs(environment);
    await sending.visit();
    await smtp.allAccepted;
    const peak = sending.peakMiB();
    await sending.stop();
    return [
      figure(
        `idle with ${databaseUrl ? "PostgreSQL" : "PGlite"}, beside an empty Next.js server`,
        idle,
        empty,
        databaseUrl ? 2.5 : 4,
      ),
      figure(
        `peak while ${people} mails leave, beside idle (${databaseUrl ? "postgres" : "pglite"})`,
        peak,
        idle,
        1.25,
      ),
    ];
  } finally {
    smtp.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const figure = (name: string, value: number, baseline: number, limit: number): Figure => ({
  name,
  value,
  unit: "MiB",
  baseline,
  ratio: value / baseline,
  ...atMost(limit, value / baseline),
});

/** Webpack, because Turbopack takes instrumentation.ts and proxy.ts of the folders above into the empty app. */
function buildEmptyApp() {
  rmSync(emptyApp, { recursive: true, force: true });
  cpSync(path.join(root, "bench/empty-app"), emptyApp, { recursive: true });
  const next = path.join(root, "node_modules/next/dist/bin/next");
  execFileSync(process.execPath, [next, "build", "--webpack"], { cwd: emptyApp, stdio: "pipe" });
}

async function memoryOf(server: Server): Promise<number> {
  await server.visit();
  const settled = await server.settledMiB();
  await server.stop();
  return settled;
}

/** While no server runs: PGlite's folder belongs to one process. The next start sends them. */
async function writeInvitations(place: { databaseUrl: string | null; dataDir: string }): Promise<void> {
  const db = await openDatabase(place);
  await startQueue(db);
  const { organiser, domain } = await install(db);
  const now = new Date();
  const input = inputFor(domain.id, people - 1, now);
  await scheduleMeeting(db, { input, organiser, submissionKey: newId(), mailHost, now });
  await db.boss.stop({ graceful: true, timeout: 10_000 });
  await db.close();
}

async function acceptMails(count: number) {
  let left = count;
  let done = () => {};
  const allAccepted = new Promise<void>((resolve) => {
    done = resolve;
  });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, accept) {
      stream.resume().on("end", () => {
        accept();
        if (--left === 0) done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port, allAccepted, close: () => server.close() };
}
