import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { hashPassword } from "@/lib/accounts/password";
import { type Database, openDatabase } from "@/lib/db";
import { startQueue } from "@/lib/queue";
import { sendReminders } from "@/lib/reminders/send";
import { joinApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser } from "@/tests/support/browser";
import { closeTestDatabase } from "@/tests/support/database";
import { type Installation, install, mailHost } from "@/tests/support/installation";
import { atMeeting, fill, press, save, signIn } from "./pages/organiser";

const password = "correct horse battery";

const quiet = inject("quietApp");
const app = joinApp(quiet);
let browser: Browser;
let db: Database;
let place: Installation;

beforeAll(async () => {
  db = await openDatabase({ databaseUrl: quiet.databaseUrl, dataDir: null });
  await startQueue(db);
  place = await install(db);
  await db.prisma.user.update({
    where: { id: place.organiser.id },
    data: { passwordHash: await hashPassword(password), reminderMinutes: [60, 45], locale: "de" },
  });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  if (db) await closeTestDatabase(db);
});

const box = (page: Page, name: string) => page.getByRole("checkbox", { name: `${name} before the start`, exact: true });
const own = (page: Page) => page.getByRole("textbox", { name: /minutes before/ });
const listed = async (page: Page) =>
  (await page.getByRole("listitem").filter({ hasText: " before: " }).allTextContents()).map((text) =>
    text.replace(/: .*/, ""),
  );

test.each([
  ["with scripts", true],
  ["without scripts", false],
])("reminders begin as the account has them, and are saved, shown and changed %s", async (_, javaScriptEnabled) => {
  const { page, close } = await newVisitor(browser, { javaScriptEnabled });
  await signIn(app, page, { email: place.organiser.email, password });
  await page.goto(`${app.baseUrl}/meetings/new`);
  expect(await box(page, "1 hour").isChecked()).toBe(true);
  expect(await box(page, "15 minutes").isChecked()).toBe(false);
  expect(await own(page).inputValue()).toBe("45");
  expect(await page.getByRole("combobox", { name: "Language" }).inputValue()).toBe("de");

  await fill(page, { title: "Board meeting", date: "2031-03-12", startTime: "15:00", ownReminder: "0" });
  await box(page, "1 day").check();
  await box(page, "1 hour").uncheck();
  await press(page, "Schedule and invite");
  // Once beside the field and once above the form.
  await page.getByText("from 1 to 40,320").first().waitFor();
  expect(await box(page, "1 day").isChecked()).toBe(true);
  expect(await box(page, "1 hour").isChecked()).toBe(false);
  if (javaScriptEnabled) expect(await accessibilityFindings(page)).toEqual([]);

  await fill(page, { ownReminder: "40320" });
  await press(page, "Schedule and invite");
  const meeting = await atMeeting(page);
  expect(await listed(page)).toEqual(["28 days before", "1 day before"]);

  await page.goto(`${meeting}/edit`);
  expect(await own(page).inputValue()).toBe("40320");
  await fill(page, { ownReminder: "" });
  await box(page, "15 minutes").check();
  await press(page, "Review changes");
  await page.getByText("1 day and 15 minutes before the start").waitFor();
  await save(page);
  expect(await listed(page)).toEqual(["1 day before", "15 minutes before"]);
  await close();
});

test("the meeting page shows a sent reminder, and one dropped as nobody could send it", async () => {
  const { page, close } = await newVisitor(browser);
  await signIn(app, page, { email: place.organiser.email, password });
  await page.goto(`${app.baseUrl}/meetings/new`);
  await fill(page, { title: "Review", date: "2031-03-12", startTime: "15:00", ownReminder: "" });
  await box(page, "15 minutes").check();
  await press(page, "Schedule and invite");
  const meetingId = (await atMeeting(page)).split("/").at(-1)!;
  const reminders = await db.prisma.reminder.findMany({
    where: { occurrence: { meetingId } },
    orderBy: { dueAt: "asc" },
  });
  // Reminded is who has a link.
  await db.prisma.delivery.updateMany({ where: { participant: { meetingId } }, data: { status: "ACCEPTED" } });
  const { endsAt } = await db.prisma.occurrence.findFirstOrThrow({ where: { meetingId } });
  for (const [i, now] of [[0, reminders[0]!.dueAt] as const, [1, endsAt] as const]) {
    const { id, dueAt } = reminders[i]!;
    await sendReminders(db, [{ reminderId: id, dueAt: dueAt.toISOString() }], { mailHost, now });
  }
  await page.reload();
  await page.getByText("1 hour before: sent 12 Mar 2031").waitFor();
  await page.getByText("15 minutes before: not sent. Latchkey was not running.").waitFor();
  await close();
});
