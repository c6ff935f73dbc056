import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { type App, startApp } from "../support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "../support/browser";
import { newPostgresDatabase } from "../support/database";
import { appSecret } from "../support/installation";
import { addAccount, admin, organiser } from "../support/people";
import { type SmtpPeer, startSmtp } from "../support/smtp";
import { waitFor } from "../support/wait-for";
import { sessionOf, signIn } from "./pages/organiser";

const timeZone = "Asia/Kathmandu";
const meetingUrl = /\/meetings\/[0-9a-f]{8}-[0-9a-f-]{27}(\?scheduled=\d+)?$/;

let browser: Browser;
let db: Database;
let app: App;
let smtp: SmtpPeer;
let visitor: Visitor;
let page: Page;
let session: Awaited<ReturnType<Visitor["context"]["storageState"]>>;
let mended = false;

beforeAll(async () => {
  smtp = await startSmtp({
    respond: (recipient) => {
      if (recipient.startsWith("wait")) return { kind: "refuse", code: 451, message: "4.7.1 Come back later" };
      const refused = recipient.startsWith("refuse") && !mended;
      return refused ? { kind: "refuse", code: 550, message: "5.1.1 User unknown" } : { kind: "accept" };
    },
  });
  const databaseUrl = await newPostgresDatabase();
  db = await openDatabase({ databaseUrl, dataDir: null });
  await addAccount(db, { ...admin, role: "ADMIN", timeZone });
  await addAccount(db, { ...organiser, timeZone });
  const mail = { SMTP_URL: smtp.url, MAIL_FROM: "Latchkey <invites@example.org>" };
  const env = { DATABASE_URL: databaseUrl, APP_SECRET: appSecret, ...mail };
  [browser, app] = await Promise.all([startBrowser(), startApp({ env })]);
  session = await sessionOf(app, browser, admin);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  app?.removeData();
  await smtp?.stop();
  await db?.close();
});
beforeEach(() => startVisit());
afterEach(async () => {
  expect(visitor.problems).toEqual([]);
  await visitor.close();
});

async function startVisit(options: Parameters<typeof newVisitor>[1] = {}) {
  visitor = await newVisitor(browser, { timezoneId: timeZone, storageState: session, ...options });
  page = visitor.page;
}

async function withoutScripts() {
  await visitor.close();
  await startVisit({ javaScriptEnabled: false });
}

const open = (path: string) => page.goto(`${app.baseUrl}${path}`);
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const rows = (field: "name" | "email" | "role") =>
  page.locator(`[name="p-${field}"]`).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

async function fill(fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields)) await page.locator(`form [name="${name}"]`).first().fill(value);
}

async function add(text: string) {
  await fill({ people: text });
  await press("Add to the list");
}

/** On the page of a new meeting whose mails are decided, or put off. */
async function schedule(title: string, people: string) {
  await open("/meetings/new");
  await fill({ title, date: "2031-03-03", startTime: "10:00", people });
  await press("Schedule and invite");
  await page.waitForURL(meetingUrl);
  await page.getByText("Sending…").first().waitFor({ state: "detached" });
  return page.url().replace(/\?.*/, "");
}

/** As it is read: what is hidden does not count. */
const shownText = async () => (await page.locator("main").allInnerTexts()).join();
const meetings = () => page.locator("main section li a");
const person = (text: string) => page.locator("main li", { hasText: text });

test("where no domain is, an admin is led to add one", async () => {
  for (const path of ["/meetings", "/meetings/new"]) {
    await open(path);
    expect(await page.getByRole("link", { name: "Add a domain" }).getAttribute("href")).toBe("/domains/new");
  }
  await open("/domains/new");
  await fill({ url: "meet.example.org", label: "Our Jitsi" });
  await press("Add domain");
  await page.getByText("the only time you see").waitFor();
  await open("/meetings");
  await page.getByText("No upcoming meetings").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("each pasted person becomes one row, and unreadable text stays with its reason", async () => {
  await open("/meetings/new");
  await page.getByText("Only you get an invitation.").waitFor();
  await fill({ people: "ann@example.org" });
  await page.getByText("You and the people in the box get an invitation.").waitFor();
  await add("Ann Lee <ann@example.org>; bob@example.org");
  await add("ANN@example.org; moderator\nCarol\nada@example.org");
  expect(await rows("email")).toEqual(["ann@example.org", "bob@example.org"]);
  expect(await rows("role")).toEqual(["MODERATOR", "ATTENDEE"]);
  expect(await page.locator("#people").inputValue()).toBe("Carol");
  const said = await shownText();
  expect(said).toContain("Carol This has no email address.");
  expect(said).toContain("ann@example.org was in the list already");
  expect(said).toContain("Your own address was left out");
  expect(said).toContain("You and 2 participants get an invitation.");
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("a removed row comes back whole, as it was typed", async () => {
  await open("/meetings/new");
  await add("ann@example.org, bob@example.org");
  await page.getByLabel("Name of participant 1").fill("Ann Lee");
  await press("Remove participant 1");
  expect(await rows("email")).toEqual(["bob@example.org"]);
  await page.keyboard.press("Enter");
  expect(await rows("name")).toEqual(["Ann Lee", ""]);
});

test.each([true, false])("nothing typed is lost on an error (scripts: %s)", async (scripts) => {
  if (!scripts) await withoutScripts();
  await open("/meetings/new");
  await fill({
    description: "Agenda:\n1. Budget",
    date: "2031-03-03",
    people: "Ann Lee <ann@example.org>\nbob@example",
  });
  await page.locator("#timeZone").selectOption("Europe/Berlin");
  await page.locator("#length").selectOption("end");
  await fill({ endDate: "2031-03-03", endTime: "23:59" });
  await press("Schedule and invite");
  await page.locator("#title-error").waitFor();
  expect(await page.locator("#description").inputValue()).toBe("Agenda:\n1. Budget");
  expect(await page.locator("#timeZone").inputValue()).toBe("Europe/Berlin");
  expect(await page.locator("#length").inputValue()).toBe("end");
  expect(await page.locator("#endTime").inputValue()).toBe("23:59");
  expect(await rows("name")).toEqual(["Ann Lee"]);
  expect(await page.locator("#people").inputValue()).toBe("bob@example");
  await fill({ title: "Board", people: "", "p-email": "ann@@example.org" });
  await press("Schedule and invite");
  await page.locator("#p-email-0-error").waitFor();
  expect(await page.locator("#p-email-0").inputValue()).toBe("ann@@example.org");
  if (scripts) expect(await accessibilityFindings(page)).toEqual([]);
});

test("pressing the button twice saves once and mails each once", async () => {
  await open("/meetings/new");
  await fill({ title: "Twice", date: "2031-03-03", people: "twice@example.org" });
  await page.getByRole("button", { name: "Schedule and invite" }).dblclick();
  await page.waitForURL(meetingUrl);
  await person("twice@example.org").getByText("Accepted by the mail server").waitFor();
  await open("/meetings?q=twice");
  expect(await meetings().count()).toBe(1);
  expect(smtp.received.filter(({ to }) => to.includes("twice@example.org"))).toHaveLength(1);
});

test("without scripts people are added and removed, and a meeting is cancelled", async () => {
  await withoutScripts();
  await open("/meetings/new");
  await fill({ title: "Plain", date: "2031-03-04", startTime: "09:00", people: "ann@example.org, bob@example.org" });
  await press("Add to the list");
  await page.getByLabel("Email of participant 2").waitFor();
  expect(await rows("email")).toEqual(["ann@example.org", "bob@example.org"]);
  await press("Remove participant 1");
  await page.getByLabel("Email of participant 2").waitFor({ state: "detached" });
  await page.getByLabel("Email of participant 1").waitFor();
  expect(await rows("email")).toEqual(["bob@example.org"]);
  expect(await page.locator("#title").inputValue()).toBe("Plain");
  await fill({ people: "Cem <cem@example.org>" });
  await press("Schedule and invite");
  await page.waitForURL(meetingUrl);
  expect(await shownText()).toContain("Tuesday 4 March 2031, 09:00–10:00 (Kathmandu time, GMT+5:45)");
  expect(await shownText()).toContain("Links open at 08:45 and work until 14:00 (Kathmandu time).");
  await page.locator("summary", { hasText: "Cancel meeting" }).click();
  await press("Cancel meeting");
  await page.getByText("Cancelled", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Start meeting" }).count()).toBe(0);
});

test("sending the form again saves a second meeting only when asked to", async () => {
  await withoutScripts();
  await open("/meetings/new");
  const key = page.locator('[name="submissionKey"]');
  const first = await key.inputValue();
  await fill({ title: "Sent once", date: "2031-03-03", startTime: "10:00" });
  await press("Schedule and invite");
  await page.waitForURL(meetingUrl);
  const saved = new URL(page.url()).pathname;
  await open("/meetings/new");
  // As a browser that restores a form does.
  await key.evaluate((field, value) => field.setAttribute("value", value), first);
  await fill({ title: "Sent twice", date: "2031-03-03", startTime: "10:00" });
  await press("Schedule and invite");
  const link = page.getByRole("alert").getByRole("link", { name: "Open the saved meeting" });
  expect(await link.getAttribute("href")).toBe(saved);
  await press("Schedule and invite");
  await page.waitForURL(meetingUrl);
  expect(new URL(page.url()).pathname).not.toBe(saved);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Sent twice");
});

test("while the mail server is down all are named, and one press tries them all", async () => {
  smtp.down();
  await open("/meetings/new");
  await fill({
    title: "Undelivered",
    date: "2031-03-03",
    startTime: "10:00",
    people: "ann@example.org, bob@example.org",
  });
  await press("Schedule and invite");
  await page.getByText(/^(Sending 3 invitations…|Scheduled\.)$/).waitFor();
  await page.getByText("3 invitations are being retried").waitFor();
  // So that it is the button that has them tried.
  await putOffForAnHour(3);
  await page
    .getByText(
      /^The mail server has not accepted the mails yet\. Next (try at|tries from) (.*, )?\d\d:\d\d Kathmandu time/,
    )
    .waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await open("/meetings");
  // Above the list, and in the meeting's row.
  await page.getByText("3 invitations are being retried").nth(1).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.getByRole("link", { name: "Undelivered" }).first().click();
  await page.waitForURL(meetingUrl);
  const before = smtp.received.length;
  smtp.up();
  await press("Try all now");
  await page.getByText("3 invitations are being retried").waitFor({ state: "detached" });
  await page.getByText("All 3 mails were accepted by the mail server.").waitFor();
  expect(
    smtp.received
      .slice(before)
      .flatMap(({ to }) => to)
      .sort(),
  ).toEqual(["ada@example.org", "ann@example.org", "bob@example.org"]);
});

/** All that is tried again, so many mails, in their jobs and on the page. One that is being tried is waited for. */
async function putOffForAnHour(mails: number) {
  await waitFor("every mail to be put off", async () => {
    const left = await db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`
        UPDATE pgboss.job SET "start_after" = now() + interval '1 hour' WHERE "name" = 'delivery' AND "state" < 'active'`;
      await tx.$executeRaw`
        UPDATE "Delivery" SET "nextAttemptAt" = now() + interval '1 hour' WHERE "status" = 'QUEUED'`;
      // An attempt that ended meanwhile has left a job for soon.
      return tx.$queryRaw<{ late: boolean }[]>`
        SELECT "state" < 'active' AND "start_after" > now() + interval '59 minutes' AS "late"
        FROM pgboss.job WHERE "name" = 'delivery' AND "state" <= 'active'`;
    });
    return left.length === mails && left.every(({ late }) => late);
  });
}

test("people who were not invited stay on screen until sending again works", async () => {
  const meeting = await schedule("Refused", "Rita <refuse@example.org>, Walt <wait@example.org>, ann@example.org");
  const both = "1 invitation failed, 1 is being retried";
  await page.getByText(both).waitFor();
  await open("/meetings?q=no-such-meeting");
  const notice = page.getByRole("main").getByText(both).locator("..");
  expect(await notice.getByRole("listitem").allInnerTexts()).toEqual(["Refused: 1 not invited, 1 being retried"]);
  await notice.getByRole("link", { name: "Refused" }).click();
  await page.waitForURL(meeting);
  await person("Rita").getByText("Failed: there is no such address (“550 5.1.1 User unknown”)").waitFor();
  await person("Walt")
    .getByText(/^Next try at .*: the mail server asks to try later \(“451 4.7.1 Come back later”\)$/)
    .waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await person("Walt").getByRole("button", { name: "Try now" }).click();
  await person("Walt")
    .getByText(/Trying now…|Already being sent|Not accepted yet/)
    .waitFor();

  await page.getByRole("link", { name: /^Mail failed/ }).click();
  await page.waitForURL(/show=failed/);
  expect(await person("ann@example.org").count()).toBe(0);
  mended = true;
  await person("Rita").getByRole("button", { name: "Send again" }).click();
  // Walt's mail server goes on putting it off.
  await page.getByText("1 invitation is being retried", { exact: true }).waitFor();
  await page.getByRole("link", { name: /^All/ }).click();
  await person("Rita").getByText("Accepted by the mail server at").waitFor();
  mended = false;
});

test("a meeting is cancelled once somebody said yes, and everybody hears of it", async () => {
  await schedule("Off", "off@example.org");
  await press("Cancel meeting");
  const lastLink = "cannot be recalled. They open the room until Mon 3 Mar, 15:00 Kathmandu time.";
  expect(await page.getByRole("dialog").textContent()).toContain(lastLink);
  await press("Keep the meeting");
  expect(await page.getByText("Cancelled", { exact: true }).count()).toBe(0);
  await press("Cancel meeting");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel meeting" }).click();
  await person("off@example.org").getByText("Cancellation accepted by the mail server").waitFor();
  await page.getByText("cannot be recalled. The last one works until Mon 3 Mar, 15:00 Kathmandu time.").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await open("/meetings?q=off");
  await person("Off").getByText("Cancelled").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("starting takes the organiser into the room, and only from our own page", async () => {
  const start = `${await schedule("Start", "")}/start`;
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const post = (headers: Record<string, string>) =>
    fetch(start, { method: "POST", redirect: "manual", headers: { cookie, ...headers } });
  expect((await post({})).headers.get("location")).toMatch(/\?start=foreign$/);
  expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect((await fetch(start, { headers: { cookie } })).status).toBe(405);
  await visitor.context.route("https://meet.example.org/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "Jitsi" }),
  );
  await press("Start meeting");
  const opened = visitor.context.waitForEvent("page");
  await press("Open the room");
  await (await opened).waitForURL(/^https:\/\/meet\.example\.org\/[a-z0-9-]+\?jwt=/);
});

test("another organiser's meeting answers like one that does not exist", async () => {
  const mine = await schedule("Mine", "");
  await page.context().clearCookies();
  await signIn(app, page, organiser);
  const { request } = page.context();
  for (const path of [mine, `${app.baseUrl}/meetings/00000000-0000-7000-8000-000000000000`, `${mine}x`]) {
    expect((await request.get(path)).status()).toBe(404);
  }
  const headers = { Origin: app.baseUrl };
  expect((await request.post(`${mine}/start`, { headers })).status()).toBe(404);
});

test("meetings are found by any part of their title", async () => {
  await open("/meetings");
  await page.getByRole("searchbox").fill("refu");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=refu/);
  expect(await meetings().allInnerTexts()).toEqual(["Refused"]);
  await open("/meetings?q=nothing");
  await page.getByText("No upcoming meeting has “nothing” in its title").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});
