import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { answerKey, answerUrl } from "@/lib/links/answer-link";
import { startQueue } from "@/lib/queue";
import { type App, startApp } from "@/tests/support/app";
import { newPostgresDatabase } from "@/tests/support/database";
import { appSecret, inputFor, install, schedule } from "@/tests/support/installation";

let app: App;
let db: Database;
let participantId: string;
let url: URL;
beforeAll(async () => {
  const databaseUrl = await newPostgresDatabase();
  db = await openDatabase({ databaseUrl, dataDir: null });
  await startQueue(db);
  const place = await install(db);
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 1, new Date()));
  participantId = (await db.prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: false } })).id;
  await db.boss.stop({ graceful: false });
  app = await startApp({ env: { DATABASE_URL: databaseUrl, APP_SECRET: appSecret, WORKER: "separate" } });
  url = new URL(app.baseUrl);
});
afterAll(async () => {
  await app?.stop();
  app?.removeData();
  await db?.close();
});

/** By hand, as no browser does it. */
function ask(method: string, path: string, { headers = {}, body = "" }: { headers?: object; body?: string } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request({ host: url.hostname, port: url.port, method, path, headers: { ...headers } }, (answer) => {
      let text = "";
      answer.on("data", (part) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function firstLineFor(opening: string) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => socket.write(opening));
    socket.once("data", (data) => {
      resolve(String(data).split("\r\n")[0]!);
      socket.destroy();
    });
    socket.once("error", reject);
  });
}

/** The IDs under which Next.js built the actions, as a page carries them. */
const actions: { node: Record<string, { exportedName: string }> } = JSON.parse(
  readFileSync(".next/server/server-reference-manifest.json", "utf8"),
);
const actionId = (name: string) => Object.entries(actions.node).find(([, action]) => action.exportedName === name)![0];

/** As a page with scripts calls it. */
const act = (name: string, body: string, headers: object = {}) =>
  ask("POST", "/sign-in", {
    headers: {
      "next-action": actionId(name),
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin: app.baseUrl,
      ...headers,
    },
    body,
  });

/** What is written while `run` goes on; log lines come before the answer. */
async function writtenWhile(run: () => Promise<unknown>): Promise<string> {
  const before = app.written().length;
  await run();
  return app.written().slice(before);
}

test.each<[string, string, number]>([
  ["GET", "/sign-in", 200],
  ["GET", "/sign-in/", 308],
  ["GET", "/meetings/%ff", 400],
  ["GET", "/_next/static/none.js", 404],
  ["GET", "/rsvp/none", 404],
  ["TRACE", "/sign-in", 405],
])("%s %s is answered with %i, with headers that give nothing away", async (method, path, status) => {
  const answer = await ask(method, path);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
  expect(answer.headers["cache-control"]).toContain("no-store");
});

test("built files may be kept", async () => {
  const [file] = /\/_next\/static\/[^"]+\.js/.exec((await ask("GET", "/sign-in")).text)!;
  expect((await ask("GET", file)).headers).toMatchObject({
    "cache-control": expect.stringContaining("immutable"),
    "x-content-type-options": "nosniff",
  });
});

test("nobody is taken for a proxy", async () => {
  expect(await firstLineFor("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n")).toContain(" 405 ");
  expect(await firstLineFor("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n")).toContain(" 400 ");
  expect(await firstLineFor("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n")).toContain(" 400 ");
});

describe("behind a proxy that speaks https", () => {
  test("an action that goes on to another page brings that page", async () => {
    const lines = await writtenWhile(async () => {
      const { headers, text } = await act("signOutAction", "[]", { "x-forwarded-proto": "https" });
      expect(headers["x-action-redirect"]).toContain("/sign-in");
      expect(text.length).toBeGreaterThan(1000);
    });
    expect(lines).not.toContain("failed to get redirect response");
  });
});

describe("what no page of ours sends is refused, and is no failure", () => {
  const refused = async (run: () => Promise<unknown>) => {
    const lines = await writtenWhile(run);
    expect(lines).not.toContain('"level":"error"');
    expect(lines).not.toMatch(/\bat \w+.*:\d+:\d+/);
    return lines;
  };

  test.each(["https://evil.example", "notaurl", "null"])("an action from %s", async (origin) => {
    await refused(async () => expect((await act("signOutAction", "[]", { origin })).status).toBe(403));
  });

  test.each(['["x","y"]', "[]", "[{},{}]"])("an action called with %s instead of a form", async (body) => {
    const lines = await refused(async () => expect((await act("signInAction", body)).status).toBe(200));
    expect(lines).toContain("action refused");
  });

  test.each([
    ["without an end", "multipart/form-data; boundary=b", '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'],
    ["without a boundary", "multipart/form-data", "x"],
    ["of nothing", "multipart/form-data; boundary=b", "\r\n"],
  ])("a damaged form %s", async (_, type, body) => {
    const headers = { "content-type": type, origin: app.baseUrl };
    const lines = await refused(async () => {
      expect((await ask("POST", "/sign-in", { headers, body })).status).toBeGreaterThanOrEqual(400);
      expect((await act("signInAction", body, { "content-type": type })).status).toBeGreaterThanOrEqual(400);
    });
    expect(lines).toContain("request refused");
  });
});

test("a form of two megabytes is taken: a thousand people with long names", async () => {
  const field = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${field("1_email", "ann@example.org")}${field("1_padding", "名".repeat(700_000))}${field("0", '[{},"$K1"]')}--b--\r\n`;
  const { status, text } = await act("signInAction", body, { "content-type": "multipart/form-data; boundary=b" });
  expect(status).toBe(200);
  expect(text).toContain("fieldErrors");
});

/** Every row that is ours, as text. */
async function everyRow(): Promise<string> {
  const tables = await db.prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' OR (schemaname = 'pgboss' AND tablename LIKE 'job%') ORDER BY 1`;
  const rows = [];
  for (const { name } of tables) {
    const found = await db.prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
    rows.push(name, ...found.map(({ row }) => row));
  }
  expect(rows.length).toBeGreaterThan(tables.length + 5);
  return rows.join("\n");
}

test("fifty GETs and HEADs of an answer link change no row and log no token", async () => {
  const link = answerUrl(app.baseUrl, participantId, answerKey(appSecret));
  const before = await everyRow();
  const addresses = [link, `${link}?answer=accept`, `${link}?answer=decline&saved=yes`];
  for (let i = 0; i < 50; i++) {
    const answers = await Promise.all(
      ["GET", "HEAD"].map((method) => fetch(addresses[i % addresses.length]!, { method, redirect: "manual" })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  }
  const answer = await fetch(link);
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toMatch(/<meta name="robots" content="[^"]*noindex/);
  expect(await everyRow()).toBe(before);
  expect(app.written()).not.toContain(link.slice(-40));
});
