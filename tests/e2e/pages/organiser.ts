import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page, Request } from "playwright-core";
import { newVisitor, type Visitor } from "@/tests/support/browser";
import { readMail } from "@/tests/support/mail";
import type { Account } from "@/tests/support/people";

// What people do in the organiser's pages, by the names they read.

type Place = { baseUrl: string };

type Credentials = Pick<Account, "email" | "password">;

export async function signIn(app: Place, page: Page, { email, password }: Credentials) {
  await page.goto(`${app.baseUrl}/sign-in`);
  await fill(page, { email, password });
  await press(page, "Sign in");
  await page.waitForURL("**/meetings");
}

type Session = Awaited<ReturnType<Visitor["context"]["storageState"]>>;

/** Of somebody who signed in with the form, for visitors who come later: `newVisitor(browser, { storageState })`. */
export async function sessionOf(app: Place, browser: Browser, who: Credentials): Promise<Session> {
  const { context, page, close } = await newVisitor(browser);
  await signIn(app, page, who);
  const session = await context.storageState();
  await close();
  return session;
}

/** From the clipboard into the participants' box, with the keyboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.locator("#people").focus();
  await page.keyboard.press("Control+V");
}

export async function schedule(app: Place, page: Page, { title, people }: { title: string; people: string }) {
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

/** The mails about this meeting that the local mailbox holds, read as their recipients do. */
export function mailbox({ dataDir }: { dataDir: string }, title: string) {
  const folder = path.join(dataDir, "mail");
  const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
  const mails = files.map((file) => readFileSync(path.join(folder, file), "utf8"));
  // A long subject goes over several lines.
  const heading = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  return Promise.all(mails.filter((raw) => heading(raw).includes(title)).map(readMail));
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
export async function meetingFormSender(
  app: Place,
  browser: Browser,
  visitor: Visitor,
  filled: Record<string, string>,
) {
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
