import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { startQueue } from "@/lib/queue";
import { joinApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "@/tests/support/browser";
import { acceptMails } from "@/tests/support/change";
import { closeTestDatabase } from "@/tests/support/database";
import { addDomain, type Installation, inputFor, schedule } from "@/tests/support/installation";
import { admin, organiser } from "@/tests/support/people";
import { person } from "@/tests/support/person";
import { fill, meetingAddress, press, save, sessionOf, signIn } from "./pages/organiser";

const quiet = inject("quietApp");
const app = joinApp(quiet);
let browser: Browser;
let db: Database;
let place: Installation;
let visitor: Visitor;
let page: Page;
let session: Awaited<ReturnType<typeof sessionOf>>;

beforeAll(async () => {
  db = await openDatabase({ databaseUrl: quiet.databaseUrl, dataDir: null });
  await startQueue(db);
  const ada = await db.prisma.user.findUniqueOrThrow({ where: { email: admin.email } });
  place = { organiser: ada, domain: await addDomain(db, ada.id) };
  browser = await startBrowser();
  session = await sessionOf(app, browser, admin);
});
afterAll(async () => {
  await browser?.close();
  if (db) await closeTestDatabase(db);
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

/** Three o'clock in Berlin. */
const startsAt = new Date("2031-03-12T14:00:00Z");
const endsAt = new Date("2031-03-12T15:00:00Z");
const ann = person({ name: "Ann Lee" });
const ben = person({ name: "Ben" });

/** A meeting of which everybody knows, as its mails were accepted; gives the address of its page. */
async function scheduled(title: string, participants = [ann, ben], domainId = place.domain.id) {
  const input = { ...inputFor(domainId, 0, new Date()), title, description: "", startsAt, endsAt, participants };
  const meetingId = await schedule(db, place, input);
  await acceptMails(db, meetingId);
  return `${app.baseUrl}/meetings/${meetingId}`;
}

const idOf = (meeting: string) => meeting.split("/").at(-1)!;

/** What this person was mailed about a meeting, in turn. */
async function mailsTo(email: string, meeting: string) {
  const participant = { meetingId: idOf(meeting), email };
  const mails = await db.prisma.delivery.findMany({ where: { participant }, orderBy: { id: "asc" } });
  return mails.map(({ kind }) => kind);
}

async function withoutScripts() {
  await visitor.close();
  await startVisit({ javaScriptEnabled: false });
}

/** From the form to its review, with nothing saved yet. */
async function edit(meeting: string, fields: Record<string, string>, more = async () => {}) {
  await page.goto(`${meeting}/edit`);
  await fill(page, fields);
  await more();
  await press(page, "Review changes");
  await page.getByRole("heading", { name: "What will be sent" }).or(page.getByText("No changes to save.")).waitFor();
}

test.each([true, false])("a reviewed change reaches exactly the people it concerns (scripts: %s)", async (scripts) => {
  const meeting = await scheduled(`Planning ${scripts}`);
  if (!scripts) await withoutScripts();
  await page.goto(meeting);
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
  expect(review).toContain("Update · 2 Says what changed: time");
  expect(review).toContain("Cancellation · 1");
  expect(review).toContain("Ben (removed) can still enter until");
  if (scripts) expect(await accessibilityFindings(page)).toEqual([]);

  await press(page, "Back to the form");
  await page.getByLabel("Email of participant 2").waitFor();
  expect(await page.locator("#startTime").inputValue()).toBe("16:00");
  expect(await page.getByLabel("Email of participant 2").inputValue()).toBe("cem@example.org");
  await press(page, "Review changes");
  await save(page);
  expect(await said()).toContain("Saved, but no mail was sent: no mail server is set up.");
  expect(await said()).toContain("16:00–17:00");
  expect(await mailsTo(ann.email, meeting)).toEqual(["INVITATION", "UPDATE"]);
  expect(await mailsTo(ben.email, meeting)).toEqual(["INVITATION", "CANCELLATION"]);
  expect(await mailsTo("cem@example.org", meeting)).toEqual(["INVITATION"]);
});

test("a silent change mails nobody, and the next review offers to tell the others", async () => {
  const meeting = await scheduled("Quiet");
  await edit(meeting, { title: "Quiet, renamed" });
  await page.getByLabel("Save without mailing anybody").check();
  expect(await said()).toContain("No mail · 3");
  expect(await said()).not.toContain("Says what changed");
  expect(await page.getByRole("button", { name: "Save without mails" }).count()).toBe(1);
  await save(page);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Quiet, renamed");
  expect(await said()).toContain("Saved. No mail was sent.");
  expect(await mailsTo(ann.email, meeting)).toEqual(["INVITATION"]);

  await edit(meeting, {});
  expect(await said()).toContain("Update · 3 Says what changed: title.");
  await page.getByLabel("Choose who gets a mail").check();
  for (const name of ["Ada Lovelace", "Ben"]) await page.getByRole("checkbox", { name }).uncheck();
  expect(await accessibilityFindings(page)).toEqual([]);
  await save(page);
  expect(await mailsTo(ann.email, meeting)).toEqual(["INVITATION", "UPDATE"]);
  expect(await mailsTo(ben.email, meeting)).toEqual(["INVITATION"]);
});

test.each([true, false])(
  "people with an outdated time are named until they are mailed (scripts: %s)",
  async (scripts) => {
    const title = `Silent ${scripts}`;
    const meeting = await scheduled(title);
    if (!scripts) await withoutScripts();
    await edit(meeting, { startTime: "15:30" });
    await page.getByLabel("Save without mailing anybody").check();
    await save(page);
    await page.getByText("2 people do not know the new time").waitFor();
    const page1 = await said();
    expect(page1).toContain("Ann Lee and Ben: time.");
    expect(page1).toContain("Links open at 14:45 and work until 20:00 (Berlin time).");
    expect(await page.getByText("Outdated: time").count()).toBe(3);
    if (scripts) {
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.reload();
      await page.getByText("2 people do not know the new time").waitFor();
      expect(await said()).not.toContain("Saved.");
    }
    await page.goto(`${app.baseUrl}/meetings?q=${encodeURIComponent(title)}`);
    await page.getByText("2 outdated invitations").waitFor();
    await page.goto(meeting);
    await page.getByRole("link", { name: "Review and send" }).click();
    await page.getByText("Update · 3").waitFor();
    expect(await page.getByLabel("Save without mailing anybody").count()).toBe(0);
    await page.getByRole("button", { name: "Send 3 mails" }).click();
    await page.waitForURL(meetingAddress);
    expect(await said()).not.toContain("do not know");
    expect(await said()).toContain("Links open at 15:15 and work until 20:30 (Berlin time).");
    expect(await mailsTo(ann.email, meeting)).toEqual(["INVITATION", "UPDATE"]);
  },
);

test("Back from the review restores the typed form, and leaving it asks first", async () => {
  const meeting = await scheduled("Back");
  await page.goto(meeting);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("heading", { name: "Change the meeting" }).waitFor();
  await fill(page, { title: "Typed for an hour" });
  await press(page, "Remove participant 2");
  await press(page, "Review changes");
  await page.getByRole("heading", { name: "What will be sent" }).waitFor();
  await page.goBack();
  await page.locator("#title").waitFor();
  expect(await page.locator("#title").inputValue()).toBe("Typed for an hour");
  expect(await page.getByLabel("Email of participant 2").count()).toBe(0);

  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await page.getByRole("link", { name: "Domains" }).first().click();
  expect(asked).toEqual(["Leave this page? What you typed is not saved."]);
  expect(await page.locator("#title").inputValue()).toBe("Typed for an hour");
  await press(page, "Review changes");
  await page.getByRole("heading", { name: "What will be sent" }).waitFor();
  await press(page, "Back to the form");
  await page.locator("#title").waitFor();
  expect(await page.locator("#title").inputValue()).toBe("Typed for an hour");
  await press(page, "Review changes");
  await save(page);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Typed for an hour");
  await page.getByRole("link", { name: "Domains" }).first().click();
  await page.waitForURL("**/domains");
  expect(asked).toHaveLength(1);
});

test("the review shows both roles, and that a new address is the same person", async () => {
  const meeting = await scheduled("Roles", [ann, { ...ben, name: "Bernd", email: "bernd@example.org" }]);
  await edit(meeting, {}, async () => {
    await page.getByLabel("Role of participant 1").selectOption("MODERATOR");
    await page.getByLabel("Email of participant 2").fill("bernd@example.net");
  });
  const review = await said();
  expect(review).toContain("Role Ann Lee: Participant → Moderator");
  expect(review).toContain("New address Bernd: bernd@example.org → bernd@example.net");
  expect(review).toContain("New address · 1 The new address gets an invitation, the old one a cancellation.");
  expect(await page.getByRole("button", { name: "Save and send 3 mails" }).count()).toBe(1);
  expect(await accessibilityFindings(page)).toEqual([]);
  await save(page);
  const left = /Bernd \(removed\) can still enter until \w{3} \d+ \w{3}, \d\d:\d\d/;
  expect(await said()).toMatch(left);
  await edit(meeting, { title: "Roles, again" });
  expect(await said()).toMatch(left);
});

test("where nothing is different nothing is saved, and the form says so", async () => {
  const meeting = await scheduled("Unchanged");
  await edit(meeting, {});
  await page.getByText("No changes to save.").waitFor();
  expect(await page.getByRole("button", { name: /^Save/ }).count()).toBe(0);
});

test.each([true, false])(
  "a new room is reviewed as only that, and everybody gets a link (scripts: %s)",
  async (scripts) => {
    const meeting = await scheduled(`Room ${scripts}`);
    const room = () => db.prisma.meeting.findUniqueOrThrow({ where: { id: idOf(meeting) } });
    const before = (await room()).roomName;
    if (!scripts) await withoutScripts();
    await page.goto(meeting);
    await page.getByRole("link", { name: "Change the room" }).click();
    await page.getByText("The meeting gets a new room").waitFor();
    expect(await said()).toContain(
      "Update · 3 Says what changed: room. Needs a mail: their link was made for the old room.",
    );
    if (scripts) expect(await accessibilityFindings(page)).toEqual([]);
    await press(page, "Keep the room");
    await page.getByText("No changes to save.").waitFor();
    await page.goto(`${meeting}/edit?room=new`);
    await save(page);
    const { roomName } = await room();
    expect(roomName).not.toBe(before);
    const where = {
      participant: { meetingId: idOf(meeting), email: ann.email },
      link: { roomTokens: { some: { room: roomName } } },
    };
    expect(await db.prisma.delivery.findMany({ where })).toMatchObject([{ kind: "UPDATE" }]);
  },
);

test.each([true, false])(
  "the second of two tabs sees the first one's change, loses nothing (scripts: %s)",
  async (scripts) => {
    const meeting = await scheduled(`Tabs ${scripts}`);
    if (!scripts) await withoutScripts();
    const other = await visitor.context.newPage();
    await other.goto(`${meeting}/edit`);
    await page.goto(`${meeting}/edit`);
    await fill(page, { startTime: "18:00", people: "Dora <dora@example.org>" });
    await press(page, "Review changes");
    await save(page);
    await other.locator("#description").fill("Typed for an hour");
    await press(other, "Review changes");
    await other.getByText("You changed this meeting at").waitFor();
    const shown = (await other.locator("main").allInnerTexts()).join();
    expect(shown).toContain("18:00–19:00");
    expect(shown).toMatch(/Added\s+Dora/);
    expect(await other.locator("#description").inputValue()).toBe("Typed for an hour");
    if (scripts) expect(await accessibilityFindings(other)).toEqual([]);

    await press(other, "Continue with what I typed");
    await other.getByText("This form now changes the newest version.").waitFor();
    expect(await other.locator("#startTime").inputValue()).toBe("18:00");
    expect(await other.getByLabel("Name of participant 3").inputValue()).toBe("Dora");
    await press(other, "Review changes");
    await other.getByRole("heading", { name: "What will be sent" }).waitFor();
    expect((await other.locator("main").allInnerTexts()).join()).not.toContain("18:00");
    await save(other);
    await other.getByText("Typed for an hour").waitFor();
    await other.getByText("18:00–19:00").waitFor();
  },
);

test("a version that the database cannot hold is no failure", async () => {
  const meeting = await scheduled("Forged");
  await page.goto(`${meeting}/edit`);
  await page.locator('form [name="version"]').evaluate((field) => field.setAttribute("value", "4294967296"));
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await press(page, "Review changes");
  expect((await answered).status()).toBe(200);
});

test("every mail of a person is shown with its attempts and without their keys", async () => {
  const meeting = await scheduled("History");
  await edit(meeting, { startTime: "11:00" }, async () => press(page, "Remove participant 2"));
  await save(page);
  await acceptMails(db, idOf(meeting));
  await page.goto(meeting);
  await page.getByRole("link", { name: "Mails and preview Ann Lee" }).click();
  await page.getByRole("heading", { level: 1, name: "Ann Lee" }).waitFor();
  const history = await said();
  expect(history).toMatch(/Update: time.* accepted by the mail server.*Invitation.* accepted by the mail server/i);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Preview this mail" }).last().click();
  await page.waitForURL(/view=mail&mail=/);
  const frame = page.frameLocator("iframe");
  await frame.getByText("15:00").first().waitFor();
  expect(await frame.locator("body").innerHTML()).not.toMatch(/jwt|\/rsvp\//);
  expect(await frame.locator("a[href]").count()).toBe(0);
  // The page scrolls, and not the frame in it.
  const inside = () => frame.locator("html").evaluate((html) => html.scrollHeight);
  await expect
    .poll(async () => (await page.locator("iframe").boundingBox())!.height - (await inside()))
    .toBeLessThan(5);
  expect((await page.locator("iframe").boundingBox())!.height).toBeGreaterThanOrEqual(await inside());
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Technical details" }).click();
  await page.getByText("METHOD:REQUEST").waitFor();
  expect(await said()).toContain("[personal link]");
  expect(await page.content()).not.toMatch(/eyJ[\w-]+\.eyJ|jwt/);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.goto(meeting);
  await page.getByText("Removed · 1").click();
  await page.getByText("Cancellation accepted by the mail server").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("a form that was open before the cancellation cannot change the meeting", async () => {
  const meeting = await scheduled("Called off");
  const other = await visitor.context.newPage();
  await other.goto(`${meeting}/edit`);
  await page.goto(meeting);
  await press(page, "Cancel meeting");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel meeting" }).click();
  await page.getByText("Cancelled", { exact: true }).waitFor();
  expect(await page.getByRole("link", { name: "Edit", exact: true }).count()).toBe(0);
  await other.locator("#title").fill("Still on");
  await press(other, "Review changes");
  await other.getByText("It was cancelled meanwhile").waitFor();
  expect(await other.locator("#title").inputValue()).toBe("Still on");
  await page.goto(`${meeting}/edit`);
  await page.getByText("This meeting was cancelled").waitFor();
});

test("a meeting on an archived domain can be changed, and the form says so", async () => {
  const spare = await addDomain(db, place.organiser.id, { baseUrl: "https://spare.example.org" });
  const meeting = await scheduled("On an archived domain", [ben], spare.id);
  await db.prisma.domain.update({ where: { id: spare.id }, data: { archivedAt: new Date() } });
  await page.goto(`${meeting}/edit`);
  expect(await page.locator("#domainId option:checked").textContent()).toContain("for this meeting only");
  expect(await accessibilityFindings(page)).toEqual([]);
  await edit(meeting, { title: "Renamed there" });
  await save(page);
  expect(await mailsTo(ben.email, meeting)).toEqual(["INVITATION", "UPDATE"]);
});

test("another organiser's people and their mails are nobody's", async () => {
  await page.goto(`${app.baseUrl}/meetings?q=History`);
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("link", { name: "Mails and preview Ann Lee" }).click();
  await page.waitForURL(/\/people\//);
  const person = page.url();
  const elsewhere = person.replace(/meetings\/[^/]+/, "meetings/00000000-0000-7000-8000-000000000000");
  for (const where of [elsewhere, `${elsewhere}/html`])
    expect((await visitor.context.request.get(where)).status(), where).toBe(404);
  const stranger = await newVisitor(browser);
  await signIn(app, stranger.page, organiser);
  for (const where of [person, `${person}?view=mail`, `${person}/html`, person.replace(/\/people\/.*/, "/edit")]) {
    expect((await stranger.context.request.get(where)).status(), where).toBe(404);
  }
  await stranger.close();
});
