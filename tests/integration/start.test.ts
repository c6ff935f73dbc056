import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openDatabase } from "@/lib/db";
import { parseEnv } from "@/lib/env";
import { openHttpServer } from "@/scripts/server/http-server";
import { type App, type AppOptions, startApp } from "@/tests/support/app";
import { newDataDir, newPostgresDatabase } from "@/tests/support/database";

const running: App[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.kill();
});

async function start(options: AppOptions = {}): Promise<App> {
  const app = await startApp({ dataDir: newDataDir(), ...options });
  running.push(app);
  return app;
}

const appSecret = "a secret for tests, thirty-two characters";

describe("a start that cannot succeed says why, without a stack, and ends", () => {
  async function refusalOf(options: AppOptions): Promise<string> {
    const refusal = await start(options).then(
      () => "it started",
      (error: Error) => error.message,
    );
    expect(refusal).toContain("ended with 1");
    expect(refusal).not.toMatch(/^\s+at /m);
    return refusal;
  }

  test("a bad value, by the variable's name", async () => {
    const refusal = await refusalOf({ env: { PORT: "http", LOG_LEVEL: "loud" } });
    expect(refusal).toContain("PORT=3000");
    expect(refusal).toContain("LOG_LEVEL=info");
  });

  test("a port that is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusalOf({ env: { PORT: String(port) } })).toContain(`Port ${port} is in use`);
    other.close();
  });

  test("data that a running process has open, which goes on undisturbed", async () => {
    const first = await start();
    const refusal = await refusalOf({ dataDir: first.dataDir });
    expect(refusal).toContain(`process ${first.pid}`);
    expect((await fetch(first.baseUrl)).ok).toBe(true);
  });

  test("a database server that does not answer", async () => {
    const databaseUrl = "postgresql://latchkey:hunter2@127.0.0.1:1/latchkey";
    const refusal = await refusalOf({ env: { DATABASE_URL: databaseUrl, APP_SECRET: appSecret } });
    expect(refusal).toContain("127.0.0.1:1");
    expect(refusal).not.toContain("hunter2");
  });

  test("a database whose last migration failed", async () => {
    const databaseUrl = await newPostgresDatabase();
    const db = await openDatabase({ databaseUrl, dataDir: null });
    await db.prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
    await db.close();
    expect(await refusalOf({ env: { DATABASE_URL: databaseUrl, APP_SECRET: appSecret } })).toContain("did not finish");
  });

  test("a worker beside the built-in database", async () => {
    expect(await refusalOf({ script: "worker" })).toContain("DATABASE_URL");
  });
});

test("the first start shows a link that opens the set-up, at the port that was free", async () => {
  const app = await start();
  expect(app.setupUrl).toContain(`${app.baseUrl}/setup?code=`);
  const page = await (await fetch(app.setupUrl!)).text();
  expect(page).toContain('name="password"');
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s stops cleanly, and the next start goes on with the data",
  async (signal) => {
    const first = await start();
    process.kill(first.pid, signal);
    expect(await first.exited).toBe(0);
    expect(existsSync(path.join(first.dataDir, "in-use-by"))).toBe(false);
    const second = await start({ dataDir: first.dataDir });
    expect(second.setupUrl?.split("code=")[1]).toBe(first.setupUrl?.split("code=")[1]);
    expect(await second.stop()).toBe(0);
  },
);

test("after a power cut the next start takes the data over", async () => {
  const first = await start();
  await first.kill();
  const second = await start({ dataDir: first.dataDir });
  expect(await second.stop()).toBe(0);
});

test("two web servers and a worker of their own share a PostgreSQL that was empty", async () => {
  const env = {
    DATABASE_URL: await newPostgresDatabase({ empty: true }),
    APP_SECRET: appSecret,
    WORKER: "separate",
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "invites@example.org",
  };
  const scripts = ["serve", "serve", "worker"] as const;
  const apps = await Promise.all(scripts.map((script) => start({ env, script })));
  expect(apps[0]!.setupUrl?.split("code=")[1]).toBe(apps[1]!.setupUrl?.split("code=")[1]);
  expect(await Promise.all(apps.map((app) => app.stop()))).toEqual([0, 0, 0]);
});

describe("the server around the pages", () => {
  const open = async (env: Record<string, string> = {}) => {
    const http = await openHttpServer(parseEnv({ PORT: "0", HOST: "127.0.0.1", ...env }));
    return { ...http, url: `http://127.0.0.1:${http.port}` };
  };

  test.each([
    ["0", "127.0.0.1"],
    ["1", "198.51.100.7"],
  ])("knows the client's address with TRUST_PROXY=%s, whatever the client claims", async (trust, expected) => {
    const http = await open({ TRUST_PROXY: trust });
    http.handleWith((request, response) => response.end(request.headers["x-latchkey-address"]));
    const headers = { "x-latchkey-address": "203.0.113.1", "x-forwarded-for": "203.0.113.2, 198.51.100.7" };
    expect(await (await fetch(http.url, { headers })).text()).toBe(expected);
    await http.close();
  });

  test("says that it is starting until the pages are there", async () => {
    const http = await open();
    expect((await fetch(http.url)).status).toBe(503);
    await http.close();
  });

  test("lets a running request finish when it stops, and takes no new one", async () => {
    const http = await open();
    let finish = () => {};
    const arrived = new Promise<void>((resolve) => {
      http.handleWith((_request, response) => {
        finish = () => response.end("finished");
        resolve();
      });
    });
    const answer = fetch(http.url).then((response) => response.text());
    await arrived;
    const closed = http.close();
    await expect(fetch(http.url)).rejects.toThrow();
    finish();
    expect(await answer).toBe("finished");
    await closed;
  });
});
