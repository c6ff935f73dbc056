import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { newId, newSecret } from "@/lib/ids";
import { listMailbox } from "@/lib/mail/local/list";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { type App, startApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "@/tests/support/browser";
import { newPostgresDatabase } from "@/tests/support/database";
import { addAccount } from "@/tests/support/people";
import { person } from "@/tests/support/person";
import { waitFor } from "@/tests/support/wait-for";
import { sessionOf } from "./pages/organiser";

const password = "correct horse battery";
let app: App;
let browser: Browser;
let db: Database;
let visitors: Visitor[] = [];

beforeAll(async () => {
  const databaseUrl = await newPostgresDatabase();
  db = await openDatabase({ databaseUrl, dataDir: null });
  await db.boss.start();
  await addAccount(db, { ...account("Ada"), role: "ADMIN" });
  await addAccount(db, account("Olu"));
  app = await startApp({ env: { DATABASE_URL: databaseUrl, APP_SECRET: newSecret() } });
  browser = await startBrowser();
});

afterEach(async () => {
  const problems = visitors.flatMap((visitor) => visitor.problems);
  await Promise.all(visitors.map((visitor) => visitor.close()));
  visitors = [];
  expect(problems.filter((problem) => !/status of 404/.test(problem))).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await db?.boss.stop({ graceful: false });
  await db?.close();
  app?.removeData();
});

const account = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password,
  timeZone: "Asia/Kathmandu",
});

/** Who signed in once comes back with the same session, unless that has ended. */
const sessions = new Map<string, ReturnType<typeof sessionOf>>();

async function signedIn(email: string, options: BrowserContextOptions = {}): Promise<Page> {
  if (!sessions.has(email)) sessions.set(email, sessionOf(app, browser, { email, password }));
  const visitor = await newVisitor(browser, { storageState: await sessions.get(email)!, ...options });
  visitors.push(visitor);
  await go(visitor.page, "/meetings");
  return visitor.page;
}

const go = (page: Page, path: string) => page.goto(`${app.baseUrl}${path}`);
const main = async (page: Page) => (await page.locator("main").allInnerTexts()).join("\n");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const shownSecret = (page: Page) => page.getByLabel("App secret", { exact: true }).inputValue();

/** Adds a domain whose secret is generated, and gives that. */
async function addDomain(page: Page, url: string): Promise<{ id: string; secret: string }> {
  await go(page, "/domains/new");
  await page.fill("#url", url);
  await press(page, "Add domain");
  const secret = await shownSecret(page);
  const href = await page.getByRole("link", { name: "I have copied it, continue" }).getAttribute("href");
  return { id: href!.split("/").at(-1)!, secret };
}

async function schedule(domainId: string): Promise<void> {
  const organiser = await db.prisma.user.findUniqueOrThrow({ where: { email: "ada@example.org" } });
  const startsAt = new Date(Date.now() + 3_600_000);
  const input = {
    title: "Review <b>now</b>",
    description: "<script>document.title = 'hacked'</script>",
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    timeZone: "Europe/Berlin",
    domainId,
    locale: "en" as const,
    reminders: [],
    participants: [person({ name: "Bob Ray", email: "bob@example.net" })],
  };
  const now = new Date();
  await scheduleMeeting(db, { input, organiser, submissionKey: newId(), mailHost: "latchkey.invalid", now });
  const waiting = { status: "QUEUED", participant: { meeting: { domainId } } } as const;
  await waitFor("both mails", async () => (await db.prisma.delivery.count({ where: waiting })) === 0);
}

async function everyRow(): Promise<string> {
  const tables = "User Domain Credential Meeting Link RoomToken Delivery SignInFailure MailSettings".split(" ");
  const rows = tables.map((table) => db.prisma.$queryRawUnsafe(`SELECT to_jsonb(t)::text FROM "${table}" t`));
  return JSON.stringify(await Promise.all(rows));
}

describe("a generated app secret is seen once", () => {
  test.each([true, false])("with scripts: %s", async (javaScriptEnabled) => {
    const page = await signedIn("ada@example.org", { javaScriptEnabled });
    const host = `once-${javaScriptEnabled}.example.org`;
    const { id, secret } = await addDomain(page, host);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(await main(page)).toContain(`app_secret = "${secret}"`);
    expect(await main(page)).toContain(`JWT_APP_SECRET=${secret}`);
    expect(page.url()).not.toContain(secret);

    // Without scripts a reload sends the form again: it adds nothing and shows nothing.
    await page.reload();
    expect(await page.content()).not.toContain(secret);
    expect(await page.content()).not.toContain("only time you see");
    expect(await db.prisma.domain.count({ where: { baseUrl: `https://${host}` } })).toBe(1);

    for (const path of ["/domains", `/domains/${id}`, `/domains/${id}/credential`, "/setup/done"]) {
      await go(page, path);
      expect(await page.content()).not.toContain(secret);
    }
    expect(JSON.stringify(await page.context().cookies())).not.toContain(secret);
    expect(await everyRow()).not.toContain(secret);
    expect(app.written()).not.toContain(secret);
  });

  test("afterwards the page says who set it and when, with its fingerprint", async () => {
    const page = await signedIn("ada@example.org");
    const { id } = await addDomain(page, "fingerprint.example.org");
    await page.getByRole("link", { name: "I have copied it, continue" }).click();
    await page.waitForURL(`**/domains/${id}`);
    const { fingerprint } = await db.prisma.credential.findFirstOrThrow({ where: { domainId: id } });
    expect(await main(page)).toMatch(/Secret set\s.*Kathmandu.*\s+Set by\s+Ada\b/s);
    expect(await main(page)).toContain(fingerprint);
    expect(await main(page)).toContain("PASTE-THE-APP-SECRET-HERE");
  });
});

describe("a refused form", () => {
  test.each([true, false])("keeps what was typed except secrets, with scripts: %s", async (javaScriptEnabled) => {
    const page = await signedIn("ada@example.org", { javaScriptEnabled });
    await go(page, "/domains/new");
    await page.fill("#url", "javascript:alert(1)");
    await page.fill("#label", 'Büro "<b>1</b>');
    await page.selectOption("[name=opensBeforeUnit]", "hours");
    await page.check("input[value=paste]");
    await page.fill("#appSecret", "too short a secret");
    await press(page, "Add domain");
    await page.waitForSelector("[role=alert]:has-text('Please fix')");
    expect(await page.locator("#url-error").textContent()).toContain("Enter an address like");
    expect(await page.locator("#appSecret-error").textContent()).toContain("at least 32");
    expect(await page.inputValue("#url")).toBe("javascript:alert(1)");
    expect(await page.inputValue("#label")).toBe('Büro "<b>1</b>');
    expect(await page.inputValue("[name=opensBeforeUnit]")).toBe("hours");
    expect(await page.isChecked("input[value=paste]")).toBe(true);
    expect(await page.inputValue("#appSecret")).toBe("");
    expect(await page.content()).not.toContain("too short a secret");
  });

  test("of a person keeps everything but the password", async () => {
    const page = await signedIn("ada@example.org");
    await go(page, "/accounts/new");
    await page.fill("#name", "Olu");
    await page.fill("#email", "olu@example.org");
    await page.check("input[value=ADMIN]");
    await page.fill("#password", "a password of hers");
    await press(page, "Add an account");
    expect(await page.locator("#email-error").textContent()).toContain("already has an account");
    expect(await page.inputValue("#name")).toBe("Olu");
    expect(await page.isChecked("input[value=ADMIN]")).toBe(true);
    expect(await page.inputValue("#password")).toBe("");
  });
});

test("a domain with upcoming meetings changes or is archived only after a second click", async () => {
  const page = await signedIn("ada@example.org", { javaScriptEnabled: false });
  const { id } = await addDomain(page, "archive.example.org");
  await schedule(id);
  const find = () => db.prisma.domain.findUniqueOrThrow({ where: { id } });
  const archivedAt = async () => (await find()).archivedAt;
  await go(page, `/domains/${id}`);
  await page.fill("#url", "moved.example.org");
  await press(page, "Save changes");
  await page.getByText("2 links already mailed stop working with this change").waitFor();
  expect((await find()).baseUrl).toBe("https://archive.example.org");
  await press(page, "Save anyway");
  await page.waitForSelector("[role=status]:has-text('Saved')");
  expect((await find()).baseUrl).toBe("https://moved.example.org");
  await press(page, "Archive domain");
  await page.getByText("One upcoming meeting is held on this domain").waitFor();
  expect(await archivedAt()).toBeNull();
  await press(page, "Archive anyway");
  await page.waitForURL("**/domains");
  expect(await archivedAt()).not.toBeNull();
  await go(page, `/domains/${id}`);
  await press(page, "Restore domain");
  await page.waitForSelector("text=Settings");
  expect(await archivedAt()).toBeNull();
});

test("a credential is replaced only after a warning that counts the links that break", async () => {
  const page = await signedIn("ada@example.org");
  const { id, secret } = await addDomain(page, "replace.example.org");
  await schedule(id);
  await go(page, `/domains/${id}/credential`);
  expect(await main(page)).toContain("2 links already mailed stop working when the Jitsi server gets the new secret");
  await press(page, "Replace credential");
  await page.waitForSelector("#understood-error");
  expect(await db.prisma.credential.count({ where: { domainId: id } })).toBe(1);
  await page.check("#understood");
  await press(page, "Replace credential");
  expect(await shownSecret(page)).not.toBe(secret);
  expect(await db.prisma.credential.count({ where: { domainId: id, state: "ACTIVE" } })).toBe(1);
});

test("a disabled account, a changed role and a new password end open sessions at once", async () => {
  const id = await addAccount(db, account("Zoe"));
  const admin = await signedIn("ada@example.org");
  const change = async (act: () => Promise<unknown>, done: string) => {
    sessions.delete("zoe@example.org");
    const theirs = await signedIn("zoe@example.org");
    await go(admin, `/accounts/${id}`);
    await act();
    await admin.waitForSelector(`[role=status]:has-text('${done}')`);
    await go(theirs, "/meetings");
    expect(theirs.url()).toContain("/sign-in");
  };
  const setPassword = async () => {
    await admin.fill("#password", password);
    await press(admin, "Set new password");
  };
  const makeAdmin = async () => {
    await admin.check("input[value=ADMIN]");
    await press(admin, "Save");
  };
  await change(setPassword, "new password is valid");
  await change(makeAdmin, "Saved");
  const disable = async () => {
    await press(admin, "Disable account");
    await admin.getByRole("dialog").getByRole("button", { name: "Disable account" }).click();
  };
  await change(disable, "Disabled");
});

test("the last admin cannot step down, and is told why", async () => {
  await db.prisma.user.updateMany({ where: { email: { not: "ada@example.org" } }, data: { role: "ORGANISER" } });
  const page = await signedIn("ada@example.org");
  await go(page, "/accounts");
  await page.getByRole("link", { name: "Ada", exact: true }).click();
  await page.waitForSelector("text=This is your own account");
  await page.check("input[value=ORGANISER]");
  await press(page, "Save");
  expect(await page.locator("#role-error").textContent()).toContain("last admin");
  await press(page, "Disable account");
  await page.getByRole("dialog").getByRole("button", { name: "Disable account" }).click();
  await page.waitForSelector("[role=alert]:has-text('That was not done')");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

describe("the admin's part does not exist", () => {
  const paths = async () => {
    const { id } = await db.prisma.domain.findFirstOrThrow();
    const mail = (await listMailbox(app.dataDir, 1)).mails[0]!.id;
    const someone = await db.prisma.user.findFirstOrThrow();
    return [
      ...["/domains", "/domains/new", `/domains/${id}`, `/domains/${id}/credential`],
      ...["/accounts", "/accounts/new", `/accounts/${someone.id}`],
      ...["/local-mail", `/local-mail/${mail}`, `/local-mail/${mail}/html`, `/local-mail/${mail}/eml`],
    ];
  };

  test("for an organiser: every page and route answers 404", async () => {
    const page = await signedIn("olu@example.org");
    for (const path of await paths()) {
      const response = await page.request.get(`${app.baseUrl}${path}`);
      expect([path, response.status()]).toEqual([path, 404]);
      expect(await response.text()).not.toMatch(/bob@example\.net|ada@example\.org|fingerprint/i);
    }
    await go(page, "/domains");
    await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
    expect(await page.title()).toBe("Not found · Latchkey");
    expect(await page.getByRole("link", { name: "Meetings", exact: true }).isVisible()).toBe(true);
  });

  test("for a stranger: every page and route leads to the sign-in", async () => {
    for (const path of await paths()) {
      const response = await fetch(`${app.baseUrl}${path}`, { redirect: "manual" });
      expect([path, response.status]).toEqual([path, 307]);
      expect(response.headers.get("location")).toContain("/sign-in");
    }
  });

  test("for an organiser who sends an admin's action", async () => {
    const admin = await signedIn("ada@example.org");
    const sent = new Promise<Request>((resolve) => {
      admin.on("request", (request) => {
        if (request.headers()["next-action"]) resolve(request);
      });
    });
    await go(admin, "/accounts/new");
    await admin.fill("#name", "Mallory");
    await admin.fill("#email", "mallory@example.org");
    await admin.fill("#password", password);
    await press(admin, "Add an account");
    await admin.waitForURL(/accounts\/[0-9a-f-]{36}/);
    await db.prisma.user.delete({ where: { email: "mallory@example.org" } });

    const request = await sent;
    const data = request.postDataBuffer()!;
    const names = ["next-action", "content-type", "next-router-state-tree", "accept"];
    const headers = Object.fromEntries(names.map((name) => [name, request.headers()[name]!]));
    const organiser = await signedIn("olu@example.org");
    const origin = app.baseUrl;
    for (const path of ["/accounts/new", "/meetings"]) {
      const answer = await organiser.request.post(`${origin}${path}`, { headers: { ...headers, origin }, data });
      expect(answer.headers()["x-action-redirect"]).toBeUndefined();
      expect(await db.prisma.user.count({ where: { email: "mallory@example.org" } })).toBe(0);
    }
  });
});

describe("local mail", () => {
  async function openInvitation(): Promise<Page> {
    const page = await signedIn("ada@example.org");
    await go(page, "/local-mail");
    await page
      .getByRole("link", { name: /^Invitation: Review/ })
      .first()
      .click();
    await page.waitForURL(/local-mail\/[0-9a-f]{32}/);
    return page;
  }

  test("shows a mail without running it, and its links open elsewhere", async () => {
    const page = await openInvitation();
    const frame = page.frameLocator("iframe");
    await frame.getByText("document.title").waitFor();
    expect(await page.title()).toBe("Mail · Latchkey");
    await page.context().route("https://*.example.org/**", (route) => route.fulfill({ body: "in the room" }));
    const link = frame.locator("a[href*='jwt=']").first();
    const [popup] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
    expect(page.url()).toContain("/local-mail/");
    expect(await popup.evaluate(() => window.opener)).toBeNull();
    await popup.close();
  });

  test("says what the calendar entry and the token say, and hands out the file", async () => {
    const page = await openInvitation();
    await page.getByRole("link", { name: "Calendar entry" }).click();
    await page.waitForURL(/view=calendar/);
    expect(await main(page)).toContain("METHOD:REQUEST");
    expect(await main(page)).toContain("mailto:bob@example.net");
    await page.getByRole("link", { name: "Token" }).click();
    await page.waitForURL(/view=token/);
    expect(await main(page)).toMatch(/Lets in\s+Bob Ray, bob@example\.net\s+As\s+Participant/);
    const answer = await page.request.get(page.url().replace(/\?.*/, "/eml"));
    expect(answer.headers()).toMatchObject({
      "content-type": "message/rfc822",
      "content-disposition": expect.stringMatching(/^attachment; filename="[0-9a-f]{32}\.eml"$/),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    expect(await answer.text()).toContain("To: Bob Ray <bob@example.net>");
  });

  test("looks up no path", async () => {
    const page = await signedIn("ada@example.org");
    for (const id of ["..%2f..%2fapp-secret", "%2e%2e%2fapp-secret", "..%5capp-secret", `${"0".repeat(32)}%00`]) {
      for (const path of [`/local-mail/${id}`, `/local-mail/${id}/html`, `/local-mail/${id}/eml`]) {
        const answer = await page.request.get(`${app.baseUrl}${path}`);
        expect([path, answer.status() >= 400 && answer.status() < 500]).toEqual([path, true]);
      }
    }
  });
});

test("axe-core finds nothing on any admin page, in both themes and widths", async () => {
  const page = await signedIn("ada@example.org");
  const { id } = await db.prisma.domain.findFirstOrThrow({ where: { baseUrl: "https://replace.example.org" } });
  const someone = await db.prisma.user.findUniqueOrThrow({ where: { email: "ada@example.org" } });
  const mail = (await listMailbox(app.dataDir, 1)).mails[0]!.id;
  const views = ["", "?view=text", "?view=calendar", "?view=token"].map((view) => `/local-mail/${mail}${view}`);
  const domainPages = ["/domains", "/domains/new", `/domains/${id}`, `/domains/${id}/credential`, "/domains/none"];
  const findings: string[] = [];
  const accountPages = ["/accounts", "/accounts/new", `/accounts/${someone.id}`];
  for (const path of [...domainPages, ...accountPages, "/local-mail", ...views]) {
    await go(page, path);
    findings.push(...(await accessibilityFindings(page)).map((finding) => `${path} ${finding}`));
  }
  await addDomain(page, "axe.example.org");
  findings.push(...(await accessibilityFindings(page)).map((finding) => `the secret ${finding}`));
  expect(findings).toEqual([]);
});
