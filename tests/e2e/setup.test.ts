import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type App, startApp } from "../support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "../support/browser";

const admin = { name: "Ada Admin", email: "ada@example.org", password: "correct horse battery" };
const newPassword = "another long password";

let browser: Browser;
let app: App;
let visitor: Visitor;

beforeAll(async () => {
  [browser, app] = await Promise.all([startBrowser(), startApp()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  app?.removeData();
});
beforeEach(async () => {
  visitor = await newVisitor(browser, { timezoneId: "America/New_York" });
});
afterEach(async () => {
  expect(visitor.problems).toEqual([]);
  await visitor.close();
});

const address = (path: string) => `${app.baseUrl}${path}`;
const path = () => {
  const { pathname, search } = new URL(visitor.page.url());
  return pathname + search;
};
const open = (where: string) => visitor.page.goto(address(where));
const press = (name: string) => visitor.page.getByRole("button", { name, exact: true }).click();
const arriveAt = (where: string) => visitor.page.waitForURL(address(where));

async function fill(fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields)) await visitor.page.locator(`[name="${name}"]`).fill(value);
}

async function signIn(password = admin.password, { email = admin.email, next = "" } = {}) {
  await open(`/sign-in${next && `?next=${encodeURIComponent(next)}`}`);
  await fill({ email, password });
  await press("Sign in");
}

const refusal = () => visitor.page.locator("form [role=alert]").textContent();

test("a stranger without the code is shown no form, on whichever page", async () => {
  for (const where of ["/", "/sign-in", "/setup", "/setup?code=wrong", "/setup?code=a&code=b"]) {
    await open(where);
    expect(new URL(visitor.page.url()).pathname).toBe("/setup");
    expect(await visitor.page.locator("form, input").count()).toBe(0);
    expect(await visitor.page.content()).toContain("printed where Latchkey was started");
  }
  expect(await accessibilityFindings(visitor.page)).toEqual([]);
});

test("without any account, the pages for accounts lead to the set-up", async () => {
  for (const where of ["/setup/domain", "/setup/done", "/account", "/domains", "/meetings/new"]) {
    await open(where);
    expect(path()).toBe("/setup");
  }
});

test("the set-up form names each fault, keeps typed text and returns no password", async () => {
  await visitor.page.goto(app.setupUrl!);
  const { page } = visitor;
  expect(await page.getByText("Mail stays on this machine").isVisible()).toBe(true);
  // Whatever leads away from here loses the code.
  expect(await page.getByRole("link").count()).toBe(0);
  await fill({ name: "Ada", email: "ada", password: "short" });
  await press("Create your account");
  await page.locator("#email-error").waitFor();
  expect(await page.locator("#email-error").textContent()).toBe("Enter an email address.");
  expect(await page.locator("#password-error").textContent()).toContain("at least 12 characters");
  expect(await page.locator("#name").inputValue()).toBe("Ada");
  expect(await page.locator("#password").inputValue()).toBe("");
  expect(await page.locator("#timeZone").inputValue()).toBe("America/New_York");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("the set-up form sent four times at once, without scripts, makes one admin", async () => {
  const stranger = await newVisitor(browser, { javaScriptEnabled: false });
  await stranger.page.goto(app.setupUrl!);
  const hidden = await stranger.page
    .locator("form input[type=hidden]")
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute("name")!, input.getAttribute("value") ?? ""]));
  await stranger.close();
  const send = (changes: Record<string, string>) => {
    const form = new FormData();
    const all: Record<string, string> = {
      ...Object.fromEntries(hidden),
      ...admin,
      timeZone: "America/New_York",
      ...changes,
    };
    for (const [name, value] of Object.entries(all)) form.append(name, value);
    return fetch(app.setupUrl!, { method: "POST", body: form, redirect: "manual", headers: { Origin: app.baseUrl } });
  };

  const refused = await send({ code: "wrong" });
  expect(await refused.text()).toContain("This set-up link is not the right one");
  expect(refused.headers.get("set-cookie")).toBeNull();

  const answers = await Promise.all([1, 2, 3, 4].map(() => send({})));
  const places = answers.map((answer) => answer.headers.get("location")).sort();
  expect(places).toEqual(["/setup/domain", ...Array(3).fill("/sign-in?next=/setup/domain")]);
  const cookies = answers.flatMap((answer) => answer.headers.getSetCookie());
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatch(/^next-auth\.session-token=/);
  expect(cookies[0]).toMatch(/; HttpOnly/i);
  expect(cookies[0]).toMatch(/; SameSite=lax/i);

  await visitor.page.goto(app.setupUrl!);
  expect(path()).toBe("/sign-in");
});

test("the wizard leads past the domain and to it, and ends at the first meeting", async () => {
  const { page } = visitor;
  await signIn(admin.password, { next: "/setup/domain" });
  await arriveAt("/setup/domain");
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.getByRole("link", { name: "Skip for now" }).click();
  await arriveAt("/setup/done");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("One thing is left");
  await page.getByRole("link", { name: "Add a domain" }).click();
  await arriveAt("/setup/domain");
  await fill({ url: "meet.example.org", label: "Our Jitsi" });
  await press("Add domain and continue");
  await page.getByText("the only time you see").waitFor();
  expect(await page.getByRole("link", { name: "Skip for now" }).count()).toBe(0);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Give your Jitsi server its secret");
  expect(await page.getByRole("link", { name: "Open local mail" }).count()).toBe(0);
  await page.getByRole("link", { name: "I have copied it" }).click();
  await arriveAt("/setup/done");
  const first = page.getByRole("link", { name: "Schedule your first meeting" });
  expect(await first.getAttribute("href")).toBe("/meetings/new");
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Our Jitsi" }).click();
  await page.waitForURL(/\/domains\/[0-9a-f-]+$/);
  expect(await page.getByText("Mail stays on this machine").isVisible()).toBe(true);
});

test("signing in leads only to pages of this site", async () => {
  const foreign = ["//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example", "/.//evil.example"];
  for (const next of [...foreign, "javascript:alert(1)", ""]) {
    await signIn(admin.password, { next });
    await arriveAt("/meetings");
    await open(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(path()).toBe("/meetings");
    await visitor.context.clearCookies();
  }
  await signIn(admin.password, { next: "/account?from=here" });
  await arriveAt("/account?from=here");
});

test("without scripts somebody signs in, changes their profile and signs out", async () => {
  const { page, close } = await newVisitor(browser, { javaScriptEnabled: false });
  await page.goto(address("/sign-in?next=/account"));
  await page.locator("#email").fill("  ADA@example.org ");
  await page.locator("#password").fill(admin.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  expect(page.url()).toBe(address("/account"));
  expect(await page.getByRole("button", { name: "Show password" }).count()).toBe(0);

  await page.locator("#pictureUrl").fill("http://example.org/ada.png");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(await page.locator("#pictureUrl-error").textContent()).toContain("begin with https://");
  await page.locator("#name").fill("Ada \u202eLovelace\u200b");
  await page.locator("#pictureUrl").fill("https://example.org/ada.png");
  await page.locator("#timeZone").selectOption("Asia/Kathmandu");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(await page.getByRole("status").first().textContent()).toContain("Saved.");
  await page.goto(address("/account"));
  expect(await page.locator("#name").inputValue()).toBe("Ada Lovelace");
  expect(await page.locator("#timeZone").inputValue()).toBe("Asia/Kathmandu");

  await page.locator("summary:visible").click();
  await page.getByRole("button", { name: "Sign out" }).locator("visible=true").click();
  expect(page.url()).toBe(address("/sign-in"));
  await page.goto(address("/account"));
  expect(page.url()).toBe(address("/sign-in?next=%2Faccount"));
  await close();
});

test("a new password ends every other session and keeps this one", async () => {
  const { page } = visitor;
  const elsewhere = await newVisitor(browser);
  await signIn(admin.password, { next: "/account" });
  await arriveAt("/account");
  await elsewhere.context.addCookies(await visitor.context.cookies());
  expect(await accessibilityFindings(page)).toEqual([]);

  await fill({ currentPassword: "not my password", newPassword });
  await press("Change password");
  await page.locator("#currentPassword-error").waitFor();
  await fill({ currentPassword: admin.password, newPassword });
  await press("Change password");
  await page.getByText("signed out everywhere else").waitFor();
  await page.reload();
  expect(path()).toBe("/account");
  await elsewhere.page.goto(address("/account"));
  expect(elsewhere.page.url()).toBe(address("/sign-in?next=%2Faccount"));
  await elsewhere.close();
});

test("a wrong password and an unknown address look the same, and ten are the limit", async () => {
  const { page } = visitor;
  await signIn("wrong password", { email: "nobody@example.org" });
  const unknown = await refusal();
  expect(unknown).toContain("Wrong email or password.");
  for (let attempt = 1; attempt <= 10; attempt++) {
    await signIn("wrong password");
    expect(await refusal()).toBe(unknown);
  }
  expect(await accessibilityFindings(page)).toEqual([]);
  await signIn(newPassword);
  expect(await refusal()).toMatch(/Too many attempts\. Try again at \d\d:\d\d \(New York, UTC−[45]\)\./);
  await open("/account");
  expect(path()).toBe("/sign-in?next=%2Faccount");
});

test("the health check answers while the database does", async () => {
  const answer = await fetch(address("/api/health"));
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
});

test("neither passwords nor the code are written to the log", () => {
  const code = new URL(app.setupUrl!).searchParams.get("code")!;
  expect(app.written()).not.toContain(admin.password);
  expect(app.written()).not.toContain(newPassword);
  // Once on the screen of the first start, for whoever started it.
  expect(app.written().split(code)).toHaveLength(2);
});
