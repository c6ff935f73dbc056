import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { type App, startApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "@/tests/support/browser";
import { newPostgresDatabase } from "@/tests/support/database";
import { appSecret, inputFor, install, schedule } from "@/tests/support/installation";
import { addAccount } from "@/tests/support/people";
import { startSecureSmtp } from "@/tests/support/secure-smtp";
import { waitFor } from "@/tests/support/wait-for";
import { sessionOf, signIn } from "./pages/organiser";

const password = "correct horse battery";
const smtpPassword = "staple+of/the server";
let databaseUrl: string;
let app: App;
let browser: Browser;
let db: Database;
let smtp: Awaited<ReturnType<typeof startSecureSmtp>>;
let visitors: Visitor[] = [];

beforeAll(async () => {
  databaseUrl = await newPostgresDatabase();
  db = await openDatabase({ databaseUrl, dataDir: null });
  await db.boss.start();
  await addAccount(db, { ...account("Ada"), role: "ADMIN" });
  await addAccount(db, account("Olu"));
  smtp = await startSecureSmtp({ user: "invites", password: smtpPassword });
  app = await startApp({ env: { DATABASE_URL: databaseUrl, APP_SECRET: appSecret } });
  browser = await startBrowser();
});

beforeEach(async () => {
  await db.prisma.mailSettings.deleteMany();
  smtp.received.length = 0;
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
  await smtp?.stop();
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
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const saved = () => db.prisma.mailSettings.findUnique({ where: { id: 1 } });

async function fillServer(page: Page) {
  await page.fill("#smtpHost", "127.0.0.1");
  await page.fill("#smtpPort", String(smtp.port));
  await page.fill("#smtpUser", "invites");
  await page.fill("#smtpPassword", smtpPassword);
  await page.fill("#fromAddress", "invites@example.org");
}

test("the page is there for admins only", async () => {
  const page = await signedIn("olu@example.org");
  expect((await go(page, "/mail"))!.status()).toBe(404);
  expect(await page.getByRole("link", { name: "Mail", exact: true }).count()).toBe(0);
});

describe.each([true, false])("with scripts: %s", (javaScriptEnabled) => {
  test("a server is tried as it is typed, corrected, saved, and used without a restart", async () => {
    const page = await signedIn("ada@example.org", { javaScriptEnabled });
    await page.getByRole("link", { name: "Set a mail server" }).click();
    await page.waitForURL("**/mail");
    await fillServer(page);
    await press(page, "Send a test to me");
    const result = page.locator("#test-result");
    await result.waitFor();
    expect(await result.textContent()).toContain("certificate is self-signed");
    await page.getByText("The last test failed").waitFor();
    await page.getByRole("button", { name: "Save anyway", exact: true }).waitFor();
    expect(await saved()).toBeNull();

    await page.check("#smtpUnverified");
    if (!javaScriptEnabled) {
      expect(await page.inputValue("#smtpPassword")).toBe("");
      await page.fill("#smtpPassword", smtpPassword);
    }
    await press(page, "Send a test to me");
    await result.getByText("The test mail was accepted").waitFor();
    expect(smtp.received).toMatchObject([{ from: "invites@example.org", to: ["ada@example.org"] }]);
    await result.locator("summary").click();
    expect(await result.textContent()).toContain("AUTH PLAIN •••");
    expect(await page.content()).not.toContain(Buffer.from(`\0invites\0${smtpPassword}`).toString("base64"));
    expect(await saved()).toBeNull();

    if (!javaScriptEnabled) await page.fill("#smtpPassword", smtpPassword);
    await press(page, "Save");
    await page.getByRole("status").getByText("It counts from the next mail on").waitFor();
    expect(await page.inputValue("#smtpPassword")).toBe("");
    expect(await page.content()).not.toContain(smtpPassword);
    await page.getByText("The certificate of 127.0.0.1 is not checked.").waitFor();
    const event = await db.prisma.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(event.detail).toMatchObject({ smtpVerify: { from: true, to: false }, smtpPassword: "changed" });

    const place = await install(db);
    await schedule(db, place, inputFor(place.domain.id, 1, new Date()));
    await waitFor("the worker to use the server", () => smtp.received.length === 3);
    expect(app.written()).not.toContain(smtpPassword);
  });
});

test("people invited before there was a mail server are named until they are mailed", async () => {
  const page = await signedIn("ada@example.org");
  const organiser = await db.prisma.user.findUniqueOrThrow({ where: { email: "ada@example.org" } });
  const { domain } = await install(db);
  const meetingId = await schedule(db, { organiser }, inputFor(domain.id, 2, new Date()));
  await go(page, `/meetings/${meetingId}`);
  await page.getByText("No mail was sent. All 3 are in local mail.").waitFor();
  expect(await page.getByText(/invitations (failed|were not sent)/).count()).toBe(0);

  await go(page, "/mail");
  await fillServer(page);
  await page.check("#smtpUnverified");
  await press(page, "Save");
  await page.getByText("It counts from the next mail on.").waitFor();
  await go(page, "/meetings");
  // Above the list, and in the meeting's row.
  await page.getByText("3 invitations failed").nth(1).waitFor();
  await go(page, `/meetings/${meetingId}`);
  await page.getByText("3 invitations were not sent").waitFor();
  await page.getByText("3 mails are in local mail: no mail server was set up then.").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await press(page, "Send all again");
  await page.getByText("All 3 mails were accepted by the mail server.").waitFor();
  expect(await page.getByText(/invitations (failed|were not sent)/).count()).toBe(0);
  expect(smtp.received.map(({ raw }) => /^Subject: (\w+)/m.exec(raw)![1]).sort()).toEqual([
    "Invitation",
    "Invitation",
    "Your",
  ]);
});

test("a saved password is used again for its own server, and for no other", async () => {
  const page = await signedIn("ada@example.org");
  await go(page, "/mail");
  await fillServer(page);
  await page.check("#smtpUnverified");
  await press(page, "Save");
  await page.getByRole("status").getByText("Saved").waitFor();
  await press(page, "Send a test to me");
  await page.locator("#test-result").getByText("The test mail was accepted").waitFor();

  await page.fill("#smtpHost", "localhost");
  await press(page, "Send a test to me");
  await page.locator("#smtpPassword-error").waitFor();
  expect(await page.locator("#smtpPassword-error").textContent()).toContain("Enter the password again");
});

test("a mailbox is tried as it is typed", async () => {
  const page = await signedIn("ada@example.org");
  await go(page, "/mail");
  await press(page, "Check the mailbox");
  await page.locator("#imapHost-error").waitFor();
  await page.fill("#imapHost", "127.0.0.1");
  // Speaks SMTP, and without TLS.
  await page.fill("#imapPort", String(smtp.port));
  await page.fill("#imapUser", "invites");
  await page.fill("#imapPassword", "of the mailbox");
  await press(page, "Check the mailbox");
  await page.locator("#mailbox-result").getByText("does not begin with TLS").waitFor();
  expect(await saved()).toBeNull();
});

test("a refused form names what is wrong beside the fields and keeps the rest", async () => {
  const page = await signedIn("ada@example.org");
  await go(page, "/mail");
  await page.fill("#smtpHost", "mail.example.org");
  await page.selectOption("#smtpSecurity", "NONE");
  await page.fill("#smtpPort", "99999");
  await page.fill("#smtpUser", "invites");
  await page.fill("#fromAddress", "not an address");
  await page.fill("#mailsPerMinute", "2");
  // There is no key yet.
  expect(await page.isVisible("#dkimEnabled")).toBe(false);
  await page.check("input[name=dkimKeySource][value=generate]");
  await page.check("#dkimEnabled");
  await press(page, "Save");
  await page.getByRole("alert").filter({ hasText: "Please fix" }).waitFor();
  const errors = ["smtpSecurity", "smtpPort", "fromAddress", "mailsPerMinute", "dkimDomain"];
  for (const name of errors) expect(await page.locator(`#${name}-error`).count(), name).toBe(1);
  expect(await page.inputValue("#smtpHost")).toBe("mail.example.org");
  expect(await page.inputValue("#smtpSecurity")).toBe("NONE");
  expect(await page.isChecked("#dkimEnabled")).toBe(true);
  expect(await saved()).toBeNull();
});

test("a generated signing key shows the record to publish, and only that", async () => {
  const page = await signedIn("ada@example.org");
  await go(page, "/mail");
  await page.fill("#dkimDomain", "example.org");
  await page.check("input[name=dkimKeySource][value=generate]");
  await press(page, "Save");
  await page.getByText("Publish this TXT record").waitFor();
  expect(await page.getByLabel("Name", { exact: true }).first().inputValue()).toBe("latchkey._domainkey.example.org");
  expect(await page.getByLabel("Value", { exact: true }).inputValue()).toMatch(/^v=DKIM1; k=rsa; p=MIIB[\w+/=]+$/);
  expect(await page.content()).not.toContain("PRIVATE KEY-----\\n");
  expect(await saved()).toMatchObject({ dkimEnabled: false });
});

test("a change of the From address is saved by the second, knowing click", async () => {
  const page = await signedIn("ada@example.org");
  await go(page, "/mail");
  await fillServer(page);
  await page.check("#smtpUnverified");
  await press(page, "Save");
  await page.getByRole("status").getByText("Saved").waitFor();
  const place = await install(db);
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 1, new Date()));
  const accepted = { participant: { meetingId }, status: "ACCEPTED" } as const;
  await waitFor("both mails", async () => (await db.prisma.delivery.count({ where: accepted })) === 2);
  await page.fill("#fromAddress", "hello@example.org");
  await press(page, "Save");
  await page.getByRole("alert").filter({ hasText: "sent from invites@example.org" }).waitFor();
  expect(await saved()).toMatchObject({ fromAddress: "invites@example.org" });
  await press(page, "Save anyway");
  await page.getByRole("status").getByText("Saved").waitFor();
  expect(await saved()).toMatchObject({ fromAddress: "hello@example.org" });
});

test("of two editors the second is told, and overwrites nothing", async () => {
  const [first, second] = [await signedIn("ada@example.org"), await signedIn("ada@example.org")];
  await go(first, "/mail");
  await go(second, "/mail");
  await first.fill("#mailsPerMinute", "60");
  await press(first, "Save");
  await first.getByRole("status").getByText("Saved").waitFor();
  await second.fill("#mailsPerMinute", "30");
  await press(second, "Save");
  await second.getByText("Somebody else changed the mail settings").waitFor();
  expect(await saved()).toMatchObject({ mailsPerMinute: 60 });
});

test("nothing stands in the way of anybody, empty, refused and with results", async () => {
  const page = await signedIn("ada@example.org");
  await go(page, "/mail");
  expect(await accessibilityFindings(page)).toEqual([]);
  await fillServer(page);
  await press(page, "Send a test to me");
  await page.locator("#test-result").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.fill("#smtpPort", "x");
  await press(page, "Save anyway");
  await page.locator("#smtpPort-error").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test("what the environment sets is shown, and not changed here", async () => {
  const database = { DATABASE_URL: databaseUrl, APP_SECRET: appSecret, WORKER: "separate" };
  const mail = { SMTP_URL: "smtps://ann:hunter22@mail.example.org", MAIL_FROM: "Office <office@example.org>" };
  const IMAP_URL = "imaps://ann:hunter33@mail.example.org";
  const other = await startApp({ env: { ...database, ...mail, IMAP_URL } });
  const { page, close } = await newVisitor(browser);
  await signIn(other, page, account("Ada"));
  await page.goto(`${other.baseUrl}/mail`);
  for (const variable of ["SMTP_URL", "MAIL_FROM", "IMAP_URL"]) {
    await page.getByText(`Set by ${variable} in the environment`).waitFor();
  }
  expect(await page.getByLabel("From address", { exact: true }).first().inputValue()).toBe("office@example.org");
  expect(await page.getByLabel("Server", { exact: true }).first().getAttribute("readonly")).not.toBeNull();
  expect(await page.content()).not.toMatch(/hunter/);
  await page.fill("#mailsPerMinute", "60");
  await press(page, "Save");
  await page.getByRole("status").getByText("Saved").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await close();
  await other.stop();
  other.removeData();
});
