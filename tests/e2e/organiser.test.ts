import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { openDatabase } from "@/lib/db";
import { type App, startApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "@/tests/support/browser";
import { newDataDir } from "@/tests/support/database";
import { appSecret } from "@/tests/support/installation";
import { admin, organiser, settle } from "@/tests/support/people";
import {
  atMeeting,
  fill,
  jitsi,
  mailbox,
  meetingAddress,
  meetingFormSender,
  paste,
  press,
  schedule,
  sessionOf,
  signIn,
} from "./pages/organiser";

let browser: Browser;
let app: App;
let session: Awaited<ReturnType<typeof sessionOf>>;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  const dataDir = newDataDir();
  const db = await openDatabase({ databaseUrl: null, dataDir });
  await settle(db);
  await db.close();
  [browser, app] = await Promise.all([startBrowser(), startApp({ dataDir, env: { APP_SECRET: appSecret } })]);
  session = await sessionOf(app, browser, organiser);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  app?.removeData();
});
beforeEach(async () => {
  visitor = await newVisitor(browser, { storageState: session });
  page = visitor.page;
});
afterEach(async () => {
  expect(visitor.problems).toEqual([]);
  await visitor.close();
});

test("a pasted list leads to five invitations, each with a link of its own", async () => {
  await page.goto(`${app.baseUrl}/meetings/new`);
  await fill(page, { title: "Board meeting", description: "Agenda", date: "2031-03-12", startTime: "15:00" });
  await paste(page, "Ann Lee <ann@example.org>, bob@example.org; moderator\nCarl\tcarl@example.org\nnobody");
  await page.getByLabel("Email of participant 3").waitFor();
  expect(await page.locator("#people").inputValue()).toBe("nobody");
  expect(await page.getByText("This has no email address").isVisible()).toBe(true);
  expect(await page.getByLabel("Role of participant 2").inputValue()).toBe("MODERATOR");
  await page.locator("#people").fill("ANN@example.org, Dora <dora@example.org>");
  await page.locator("#people").press("Enter");
  await page.getByText("ann@example.org was in the list already").waitFor();
  await page.getByText("You and 4 participants get an invitation.").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  await press(page, "Schedule and invite");
  await page.waitForURL(meetingAddress);
  await page.getByText("No mail was sent. All 5 are in local mail.").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  const mails = await mailbox(app, "Board meeting");
  expect(mails.map(({ to }) => to).sort()).toEqual(
    ["ann", "bob", "carl", "dora", "grace"].map((name) => `${name}@example.org`),
  );
  expect(new Set(mails.map(({ link }) => link)).size).toBe(5);
  for (const { to, claims } of mails) {
    const { user } = (claims as { context: { user: { email: string; moderator: boolean } } }).context;
    expect(user).toMatchObject({ email: to, moderator: to.startsWith("grace") || to.startsWith("bob") });
  }
});

test("sending the same form four times at once schedules one meeting", async () => {
  await page.goto(`${app.baseUrl}/meetings/new`);
  await fill(page, { title: "Pressed twice", date: "2031-03-13" });
  await page.getByRole("button", { name: "Schedule and invite" }).dblclick();
  await page.waitForURL(meetingAddress);

  const filled = { title: "Sent four times", date: "2031-03-13", intent: "save" };
  const send = await meetingFormSender(app, browser, visitor, filled);
  const answers = await Promise.all(Array.from({ length: 4 }, send));
  expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(1);
  expect(answers[0]!.headers.get("location")).toMatch(meetingAddress);

  for (const title of ["Pressed twice", "Sent four times"]) {
    await page.goto(`${app.baseUrl}/meetings?q=${encodeURIComponent(title)}`);
    expect(await page.getByRole("link", { name: title }).count()).toBe(1);
  }
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("going back from a meeting gives a new form, which schedules another one", async () => {
  await page.goto(`${app.baseUrl}/meetings`);
  await page.getByRole("link", { name: "Schedule a meeting" }).first().click();
  await page.waitForURL("**/meetings/new");
  await fill(page, { title: "The first of two", date: "2031-03-14" });
  await press(page, "Schedule and invite");
  await page.waitForURL(meetingAddress);
  await page.goBack();
  await page.waitForURL("**/meetings/new");
  await fill(page, { title: "The second of two", date: "2031-03-14" });
  await press(page, "Schedule and invite");
  await page.waitForURL(meetingAddress);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("The second of two");
});

test("a form outlives its session and is sent after signing in elsewhere", async () => {
  await page.goto(`${app.baseUrl}/meetings/new`);
  await fill(page, { title: "Typed for an hour", date: "2031-03-15", people: "Ann Lee <ann@example.org>" });
  await press(page, "Add to the list");
  await fill(page, { "p-name": "Ann Marie Lee" });
  await visitor.context.clearCookies();
  await press(page, "Schedule and invite");
  await page.getByText("You have been signed out").waitFor();
  expect(await page.locator("#title").inputValue()).toBe("Typed for an hour");
  expect(await page.getByLabel("Name of participant 1").inputValue()).toBe("Ann Marie Lee");

  const other = await visitor.context.newPage();
  await signIn(app, other, organiser);
  await press(page, "Schedule and invite");
  await page.waitForURL(meetingAddress);
  await page.getByText("Ann Marie Lee").waitFor();
});

test("starting a meeting opens the room as moderator and shows the token nowhere", async () => {
  const requests = await jitsi(visitor);
  await page.goto(`${app.baseUrl}/meetings`);
  await page.getByRole("link", { name: "Board meeting" }).click();
  await press(page, "Start meeting");
  await page.getByText(/^Participants’ links open on 12 March, 14:45/).waitFor();
  const opened = visitor.context.waitForEvent("page");
  await press(page, "Open the room");
  const room = await opened;
  await room.getByRole("heading", { name: "In the room" }).waitFor();
  expect(await room.evaluate(() => window.opener)).toBeNull();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const [request] = requests;
  expect(request!.url()).toMatch(/^https:\/\/meet\.example\.org\/[a-z0-9-]+\?jwt=eyJ/);
  expect((await request!.allHeaders()).referer).toBeUndefined();
  expect(app.written()).not.toContain("eyJ");
});

test("another organiser's meeting does not exist, nor do an admin's pages", async () => {
  const other = await newVisitor(browser);
  await signIn(app, other.page, admin);
  const meeting = await schedule(app, other.page, { title: "Of somebody else", people: "ann@example.org" });
  expect((await page.request.get(meeting)).status()).toBe(404);
  const start = await page.request.post(`${meeting}/start`, { headers: { Origin: app.baseUrl } });
  expect(start.status()).toBe(404);
  for (const where of ["/domains", "/accounts", "/local-mail"]) {
    expect((await page.request.get(app.baseUrl + where)).status()).toBe(404);
  }
  await other.page.reload();
  // Still there to be cancelled.
  await other.page.getByRole("button", { name: "Cancel meeting" }).waitFor();
  await other.close();
});

test("without scripts an organiser signs in, schedules, starts and cancels", async () => {
  const plain = await newVisitor(browser, { javaScriptEnabled: false });
  await jitsi(plain);
  const here = plain.page;
  await here.goto(`${app.baseUrl}/meetings/new`);
  await fill(here, { email: organiser.email, password: organiser.password });
  await press(here, "Sign in");
  await here.waitForURL("**/meetings/new");
  await fill(here, { title: "Plain", date: "2031-03-16", people: "ann@example.org, bob@example.org, nobody" });
  await press(here, "Add to the list");
  expect(await here.getByLabel("Email of participant 2").inputValue()).toBe("bob@example.org");
  expect(await here.locator("#people").inputValue()).toContain("nobody");
  expect(await here.locator("#title").inputValue()).toBe("Plain");
  await fill(here, { people: "" });
  await press(here, "Remove participant 1");
  expect(await here.getByLabel("Email of participant 1").inputValue()).toBe("bob@example.org");
  await press(here, "Schedule and invite");
  const meeting = await atMeeting(here);

  await here.locator("summary", { hasText: "Start meeting" }).click();
  const opened = plain.context.waitForEvent("page");
  await press(here, "Open the room");
  await (await opened).getByRole("heading", { name: "In the room" }).waitFor();
  await here.goto(meeting);
  await here.locator("summary", { hasText: "Cancel meeting" }).click();
  await press(here, "Cancel meeting");
  await here.getByText("Cancelled", { exact: true }).waitFor();
  expect(plain.problems).toEqual([]);
  await plain.close();
});

test("a list of 500 people becomes rows, and the meeting is saved with all of them", async () => {
  // Nobody has to send all those mails.
  const quiet = inject("quietApp");
  const storageState = await sessionOf(quiet, browser, organiser);
  const here = await newVisitor(browser, { storageState });
  const people = Array.from({ length: 500 }, (_, i) => `Person ${i} <person${i}@example.org>`).join("\n");
  await schedule(quiet, here.page, { title: "All hands", people });
  await here.page.getByText(/^Person 98$/).waitFor();
  await here.page.getByRole("link", { name: "Next" }).click();
  await here.page.getByText(/^Person 99$/).waitFor();
  expect(here.problems).toEqual([]);
  await here.close();
});
