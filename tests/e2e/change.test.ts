import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type App, startApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "@/tests/support/browser";
import { fill, mailbox, press, schedule, setUp } from "./pages/organiser";

let browser: Browser;
let app: App;
let visitor: Visitor;
let page: Page;
let session: Awaited<ReturnType<Visitor["context"]["storageState"]>>;

beforeAll(async () => {
  [browser, app] = await Promise.all([startBrowser(), startApp()]);
  const first = await newVisitor(browser);
  await setUp(app, first.page);
  session = await first.context.storageState();
  await first.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  app?.removeData();
});
beforeEach(() => startVisit());
afterEach(async () => {
  expect(visitor.problems).toEqual([]);
  await visitor.close();
});

async function startVisit(options: Parameters<typeof newVisitor>[1] = {}) {
  visitor = await newVisitor(browser, { storageState: session, ...options });
  page = visitor.page;
}

/** As somebody who reads the page: what is unfolded or hidden does not count. */
const said = async () => (await page.locator("main").allInnerTexts()).join().replaceAll(/\s+/g, " ");
const mailsTo = async (name: string, title: string) =>
  (await mailbox(app)).filter(({ to, parsed }) => to === `${name}@example.org` && parsed.subject?.includes(title));

/** A meeting whose invitations have been kept by the local mailbox; gives the address of its page. */
async function scheduled(title: string, people = "Ann Lee <ann@example.org>, Ben <ben@example.org>") {
  await schedule(app, page, { title, people });
  await page.getByText(/mails were kept on this machine/).waitFor();
  return page.url();
}

const settled = () => page.getByText(/mails were kept on this machine/).waitFor();

test.each([true, false])(
  "a change is reviewed, saved, and reaches exactly those whom it concerns (scripts: %s)",
  async (scripts) => {
    const title = `Planning ${scripts ? "with" : "without"} scripts`;
    const meeting = await scheduled(title);
    if (!scripts) {
      await visitor.close();
      await startVisit({ javaScriptEnabled: false });
      await page.goto(meeting);
    }
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByRole("heading", { name: "Change the meeting" }).waitFor();
    expect(await page.locator("#startTime").inputValue()).toBe("15:00");
    expect(await page.getByLabel("Name of participant 1").inputValue()).toBe("Ann Lee");
    if (scripts) expect(await accessibilityFindings(page)).toEqual([]);
    await fill(page, { startTime: "16:00" });
    await press(page, "Remove participant 2");
    await fill(page, { people: "Cem <cem@example.org>" });
    await press(page, "Review changes");
    await page.getByRole("heading", { name: "What will be sent" }).waitFor();
    const review = await said();
    expect(review).toContain("New invitation · 1");
    expect(review).toContain("Update · 2 Says what changed: Time");
    expect(review).toContain("Cancellation · 1");
    expect(review).toContain("Ben, removed, can still go in with the old link until");
    if (scripts) expect(await accessibilityFindings(page)).toEqual([]);

    await press(page, "Back to the form");
    await page.getByLabel("Email of participant 2").waitFor();
    expect(await page.locator("#startTime").inputValue()).toBe("16:00");
    expect(await page.getByLabel("Email of participant 2").inputValue()).toBe("cem@example.org");
    await press(page, "Review changes");
    await press(page, "Save changes");
    await page.waitForURL(/saved=yes/);
    await settled();
    expect(await said()).toContain("The changes are saved.");
    expect(await said()).toContain("16:00–17:00");
    expect(await mailsTo("ann", title)).toHaveLength(2);
    expect(await mailsTo("ben", title)).toHaveLength(2);
    expect((await mailsTo("ben", title)).some(({ method }) => method === "CANCEL")).toBe(true);
    expect(await mailsTo("cem", title)).toHaveLength(1);
  },
);
