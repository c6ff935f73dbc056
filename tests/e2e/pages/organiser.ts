import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page, Request } from "playwright-core";
import type { App } from "@/tests/support/app";
import { newVisitor, type Visitor } from "@/tests/support/browser";
import { readMail } from "@/tests/support/mail";

// What people do in the organiser's pages, by the names they read.

export const admin = { name: "Ada Lovelace", email: "ada@example.org", password: "correct horse battery" };

/** From the printed link to the first meeting's form, with a domain whose app secret is generated. */
export async function setUp(app: App, page: Page, { url = "https://meet.example.org" } = {}): Promise<void> {
  await page.goto(app.setupUrl!);
  await fill(page, admin);
  await press(page, "Create your account");
  await page.waitForURL("**/setup/domain");
  await fill(page, { url, label: "Our Jitsi" });
  await press(page, "Add domain and continue");
  await page.getByRole("link", { name: "I have copied it" }).click();
  await page.waitForURL("**/setup/done");
}

export async function signIn(app: App, page: Page, { email, password }: { email: string; password: string }) {
  await page.goto(`${app.baseUrl}/sign-in`);
  await fill(page, { email, password });
  await press(page, "Sign in");
  await page.waitForURL("**/meetings");
}

/** By the admin, in their own pages. */
export async function addOrganiser(app: App, page: Page, person: { name: string; email: string; password: string }) {
  await page.goto(`${app.baseUrl}/accounts/new`);
  await fill(page, person);
  await press(page, "Add person");
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\?added=yes$/);
}

/** From the clipboard into the participants' box, with the keyboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.locator("#people").focus();
  await page.keyboard.press("Control+V");
}

export async function schedule(app: App, page: Page, { title, people }: { title: string; people: string }) {
  await page.goto(`${app.baseUrl}/meetings/new`);
  await fill(page, { title, date: "2031-03-12", startTime: "15:00", people });
  await press(page, "Add to the list");
  await press(page, "Schedule and invite");
  return atMeeting(page);
}

/** A meeting's page, also as a form that was sent leads to it. */
export const meetingAddress = /\/meetings\/[0-9a-f]{8}-[0-9a-f-]{27}(\?(saved|scheduled)=\d+)?$/;

/** Once there: its address, without what is said only once. */
export async function atMeeting(page: Page): Promise<string> {
  await page.waitForURL(meetingAddress);
  return page.url().replace(/\?.*/, "");
}

/** In the review of a change, whatever the button says that it will do. */
export async function save(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^(Save|Send|Tell)/ }).click();
  return atMeeting(page);
}

export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`form [name="${name}"]`).fill(value);
}

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** What the local mailbox holds, read as its recipients do. */
export function mailbox(app: App) {
  const folder = path.join(app.dataDir, "mail");
  const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
  return Promise.all(files.map((file) => readMail(readFileSync(path.join(folder, file), "utf8"))));
}

/** Stands in for the Jitsi server, and keeps the requests that reach it. */
export async function jitsi(who: Visitor): Promise<Request[]> {
  const requests: Request[] = [];
  await who.context.route("https://meet.example.org/**", (route) => {
    requests.push(route.request());
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Jitsi</title><h1>In the room</h1>" });
  });
  return requests;
}

/** Sends the form for a new meeting as a browser without scripts does: the same one, as often as it is called. */
export async function meetingFormSender(app: App, browser: Browser, visitor: Visitor, filled: Record<string, string>) {
  const storageState = await visitor.context.storageState();
  const plain = await newVisitor(browser, { javaScriptEnabled: false, storageState });
  await plain.page.goto(`${app.baseUrl}/meetings/new`);
  const fields = await plain.page
    .locator("form:has(#title) [name]")
    .evaluateAll((all) =>
      all.map((field) => [field.getAttribute("name")!, (field as HTMLInputElement).value] as const),
    );
  await plain.close();
  const Cookie = storageState.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return () => {
    const body = new FormData();
    for (const [name, value] of fields) if (!(name in filled)) body.append(name, value);
    for (const [name, value] of Object.entries(filled)) body.append(name, value);
    const headers = { Origin: app.baseUrl, Cookie };
    return fetch(`${app.baseUrl}/meetings/new`, { method: "POST", body, redirect: "manual", headers });
  };
}
