import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db";
import { newId } from "@/lib/ids";
import { answerKey, answerUrl } from "@/lib/links/answer-link";
import type { Locale } from "@/lib/locale";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { startQueue } from "@/lib/queue";
import { joinApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "@/tests/support/browser";
import { acceptMails, change, moved } from "@/tests/support/change";
import { closeTestDatabase } from "@/tests/support/database";
import { currentAnswer, giveAnswer } from "@/tests/support/give-answer";
import { appSecret, type Installation, inputFor, install, mailHost, schedule } from "@/tests/support/installation";

const quiet = inject("quietApp");
const app = joinApp(quiet);
let browser: Browser;
let db: Database;
let place: Installation;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  db = await openDatabase({ databaseUrl: quiet.databaseUrl, dataDir: null });
  await startQueue(db);
  place = await install(db);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  if (db) await closeTestDatabase(db);
});
beforeEach(async () => {
  visitor = await newVisitor(browser);
  page = visitor.page;
});
afterEach(async () => {
  expect(visitor.problems).toEqual([]);
  await visitor.close();
});

/** A meeting with one participant, and where that one answers. */
async function invited({ locale = "en" }: { locale?: Locale } = {}) {
  const input = { ...inputFor(place.domain.id, 1, new Date()), locale };
  const meetingId = await schedule(db, place, input);
  const { id } = await db.prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: false } });
  const person = async () => ({
    ...(await db.prisma.participant.findUniqueOrThrow({ where: { id } })),
    ...(await currentAnswer(db, id)),
  });
  return { id, meetingId, person, url: answerUrl(app.baseUrl, id, answerKey(appSecret)) };
}

for (const scripts of [true, false]) {
  test(`${scripts ? "with" : "without"} scripts: choose, add a note, answer again`, async () => {
    const { url, person, id } = await invited();
    const who = await newVisitor(browser, { javaScriptEnabled: scripts });
    const here = who.page;
    await here.goto(`${url}?answer=decline`);
    expect(await here.getByLabel("Decline").isChecked()).toBe(true);
    await here.getByLabel("Note (optional)").fill("Sorry,\nnext time <b>");
    await here.getByRole("button", { name: /^Send/ }).click();
    await here.getByText("Thank you, your answer is saved.").waitFor();
    expect(await person()).toMatchObject({ answer: "DECLINED", note: "Sorry,\nnext time <b>" });
    if (scripts) expect(await accessibilityFindings(here)).toEqual([]);

    await here.getByRole("link", { name: "Change your answer" }).click();
    await here.getByRole("button", { name: /^Send/ }).waitFor();
    expect(await here.getByLabel("Decline").isChecked()).toBe(true);
    await here.getByLabel("Maybe").check();
    await here.getByLabel("Note (optional)").fill("x".repeat(501));
    await here.getByRole("button", { name: /^Send/ }).click();
    await here.getByRole("link", { name: "The note is too long: up to 500 characters." }).waitFor();
    expect(await here.getByLabel("Maybe").isChecked()).toBe(true);
    if (scripts) expect(await accessibilityFindings(here)).toEqual([]);
    await here.getByLabel("Note (optional)").fill("");
    await here.getByRole("button", { name: /^Send/ }).click();
    await here.getByText("Thank you, your answer is saved.").waitFor();
    expect(await person()).toMatchObject({ answer: "TENTATIVE", note: "" });
    expect(await db.prisma.participantAnswer.count({ where: { participantId: id } })).toBe(2);
    expect(who.problems).toEqual([]);
    await who.close();
  });

  test(`${scripts ? "with" : "without"} scripts: language and zone keep typed text`, async () => {
    const { url, person } = await invited();
    const who = await newVisitor(browser, { javaScriptEnabled: scripts, timezoneId: "Asia/Tokyo" });
    const here = who.page;
    const language = () => here.locator("html").getAttribute("lang");
    const asTyped = async (note: string) => {
      expect(await here.locator("[name=answer]:checked").getAttribute("value")).toBe("decline");
      expect(await here.locator("[name=note]").inputValue()).toBe(note);
    };
    await here.goto(`${url}?answer=decline`);
    await here.getByText("in the meeting’s time zone").waitFor();
    expect(await language()).toBe("en");
    if (scripts) await here.getByText("on this device").waitFor();
    else expect(await here.getByText("on this device").count()).toBe(0);
    await here.getByLabel("Note (optional)").fill("Leider nein");
    await here.getByRole("button", { name: "Deutsch" }).click();
    await here.getByText("Ihre Antwort ist noch nicht gesendet").waitFor();
    await expect.poll(language).toBe("de");
    await asTyped("Leider nein");
    await here.locator("[name=note]").fill("Leider nein, Gruß");
    await here.getByRole("button", { name: "Zeitzone ändern" }).click();
    const zone = here.getByLabel("Zeitzone", { exact: true });
    await zone.waitFor();
    if (scripts) await expect.poll(() => zone.inputValue()).toBe("Asia/Tokyo");
    await zone.selectOption("Asia/Tokyo");
    await here.getByRole("button", { name: "Speichern" }).click();
    await here.getByText("in Ihrer Zeitzone").waitFor();
    expect(await here.getByText("in der Zeitzone der Besprechung").isVisible()).toBe(true);
    // It is in the list of this person now.
    expect(await here.getByText("auf diesem Gerät").count()).toBe(0);
    await asTyped("Leider nein, Gruß");
    expect(await person()).toMatchObject({ locale: "de", timeZone: "Asia/Tokyo", answer: "NONE" });
    await here.getByRole("button", { name: "Senden: Ich sage ab" }).click();
    await here.getByText("Danke, Ihre Antwort ist gespeichert.").waitFor();
    expect(await person()).toMatchObject({ answer: "DECLINED", note: "Leider nein, Gruß" });
    await here.getByRole("button", { name: "English" }).click();
    await here.getByText("Thank you, your answer is saved.").waitFor();
    expect(who.problems).toEqual([]);
    await who.close();
  });
}

test("the answer page names the person and sends nothing before Enter", async () => {
  const { url, person } = await invited();
  const { name, email } = await person();
  await page.goto(url);
  await page.getByText(`You are answering as ${name} (${email}).`).waitFor();
  expect(await page.getByText("Your answer has not been sent yet").count()).toBe(0);
  await page.getByRole("button", { name: "Send answer", exact: true }).waitFor();
  await page.goto(`${url}?answer=tentative`);
  await page.getByText("Your answer has not been sent yet").waitFor();
  await page.getByRole("button", { name: "Send: maybe", exact: true }).waitFor();
  await page.getByLabel("Accept").check();
  await page.getByRole("button", { name: "Send: I accept", exact: true }).waitFor();
  await page.getByLabel("Accept").press("Enter");
  await page.getByText("Thank you, your answer is saved.").waitFor();
  expect((await person()).answer).toBe("ACCEPTED");
  await page.goto(`${url}?answer=accept`);
  await page.getByText("You are answering as").waitFor();
  expect(await page.getByText("Your answer has not been sent yet").count()).toBe(0);
});

test.each([
  ["en", true, "The meeting has been moved since you opened this page."],
  ["de", false, "Die Besprechung wurde verschoben, seit Sie diese Seite geöffnet haben."],
  ["fr", true, "La réunion a été déplacée depuis que vous avez ouvert cette page."],
  ["es", false, "La fecha o la hora de la reunión ha cambiado desde que abrió esta página."],
] as const)(
  "a page opened before a silent move answers nothing, says so in %s (scripts: %s), and shows the new time to answer",
  async (locale, scripts, says) => {
    const { url, person, id, meetingId } = await invited({ locale });
    await acceptMails(db, meetingId);
    const who = await newVisitor(browser, { javaScriptEnabled: scripts });
    const here = who.page;
    const send = here.locator("button[value=send]").last();
    const shown = () => here.locator("dd").first().locator("p").first().textContent();
    await here.goto(url);
    const before = await shown();
    await here.locator("[value=accept]").check();
    await here.locator("[name=note]").fill("Just in time");
    await change(db, place, meetingId, "nobody", moved(30));
    await send.click();
    await here.getByText(says).waitFor();
    await expect.poll(shown).not.toBe(before);
    expect(await person()).toMatchObject({ answer: "NONE", answeredAt: null });
    expect(await db.prisma.participantAnswer.count({ where: { participantId: id } })).toBe(0);
    expect(await here.locator("[value=accept]").isChecked()).toBe(true);
    expect(await here.locator("[name=note]").inputValue()).toBe("Just in time");
    if (scripts) expect(await accessibilityFindings(here)).toEqual([]);
    await look(`moved-${locale}`, here);
    await send.click();
    await here.waitForURL(/saved=yes$/);
    const { startsAt, endsAt } = await db.prisma.occurrence.findFirstOrThrow({ where: { meetingId } });
    const said = { answer: "ACCEPTED", note: "Just in time", startsAt, endsAt };
    expect(await person()).toMatchObject(said);
    expect(who.problems).toEqual([]);
    await who.close();
  },
);

test("a form with a forged or missing time records nothing and says so", async () => {
  const { url, person } = await invited();
  for (const time of ["", "\u0000", "yesterday", "1-2", "-", "9".repeat(5000), null]) {
    await page.goto(`${url}?answer=accept`);
    await page.locator("[name=time]").evaluate((field, value) => {
      if (value === null) field.remove();
      else field.setAttribute("value", value);
    }, time);
    await page.getByRole("button", { name: "Send: I accept" }).click();
    await page.getByText("The meeting has been moved since you opened this page.").waitFor();
    expect((await person()).answer).toBe("NONE");
  }
});

test("somebody who answers too often is asked to wait, and their text stays", async () => {
  const { url, id, person } = await invited({ locale: "de" });
  const now = new Date();
  const time = { startsAt: now, endsAt: now };
  const given = { participantId: id, answer: "DECLINED", via: "WEB", sequence: 0, stampedAt: now, ...time } as const;
  await db.prisma.participantAnswer.createMany({ data: Array.from({ length: 20 }, () => ({ id: newId(), ...given })) });
  await page.goto(`${url}?answer=accept`);
  await page.getByLabel("Nachricht (optional)").fill("Doch");
  await page.getByRole("button", { name: "Senden: Ich sage zu" }).click();
  await page.getByText("Bitte versuchen Sie es in einer Stunde noch einmal.").waitFor();
  expect(await page.getByLabel("Nachricht (optional)").inputValue()).toBe("Doch");
  expect((await person()).answer).toBe("NONE");
});

test("what cannot be answered any more says why, also to a form that was open", async () => {
  const now = new Date();
  const open = await invited();
  await page.goto(open.url);
  await page.getByLabel("Accept").check();
  await cancelMeeting(db, { meetingId: open.meetingId, viewer: place.organiser, mailHost, now });
  await page.getByRole("button", { name: /^Send/ }).click();
  await page.getByRole("heading", { name: "This meeting has been cancelled" }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect((await open.person()).answer).toBe("NONE");

  const removed = await invited({ locale: "es" });
  await db.prisma.participant.update({ where: { id: removed.id }, data: { removedAt: now } });
  await page.goto(removed.url);
  await page.getByRole("heading", { name: "Ya no está en la lista" }).waitFor();
  expect(await page.content()).not.toContain("Board meeting");

  const over = await invited({ locale: "fr" });
  const past = { startsAt: new Date(now.getTime() - 7200_000), endsAt: new Date(now.getTime() - 3600_000) };
  await db.prisma.occurrence.updateMany({ where: { meetingId: over.meetingId }, data: past });
  await page.goto(over.url);
  await page.getByRole("heading", { name: "Cette réunion est terminée" }).waitFor();

  const { id } = await db.prisma.participant.findFirstOrThrow({
    where: { meetingId: (await invited()).meetingId, isOrganiser: true },
  });
  await page.goto(answerUrl(app.baseUrl, id, answerKey(appSecret)));
  await page.getByRole("heading", { name: "This is your own meeting" }).waitFor();
});

test("an unknown token is a 404 in the browser's language, also without scripts", async () => {
  const plain = await newVisitor(browser, { javaScriptEnabled: false, locale: "de-AT" });
  const { url } = await invited();
  const changed = url.slice(0, -1) + (url.endsWith("A") ? "B" : "A");
  const nobody = answerUrl(app.baseUrl, newId(), answerKey(appSecret));
  for (const address of [changed, `${app.baseUrl}/rsvp/nonsense`, `${app.baseUrl}/rsvp/${"A".repeat(64)}`]) {
    expect((await plain.page.goto(address))!.status()).toBe(404);
    expect(await plain.page.getByRole("heading", { level: 1 }).textContent()).toBe("Dieser Link funktioniert nicht");
  }
  expect((await fetch(nobody)).status).toBe(404);
  expect((await fetch(changed, { method: "POST", body: new FormData() })).status).toBe(404);
  await plain.close();
  const readable = await newVisitor(browser);
  await readable.page.goto(changed);
  await readable.page.getByRole("heading", { name: "This link does not work" }).waitFor();
  expect(await accessibilityFindings(readable.page)).toEqual([]);
  await readable.close();
});

test("the answer page fits a phone and a screen reader in every language and state", async () => {
  for (const locale of ["en", "de", "fr", "es"] as const) {
    const { url, id } = await invited({ locale });
    await page.goto(url);
    expect(await accessibilityFindings(page)).toEqual([]);
    await look(`open-${locale}`);
    await page.goto(`${url}?answer=accept`);
    await look(`chosen-${locale}`);
    await page.locator("button[value=zones]").click();
    await page.locator("[name=timeZone]").waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await giveAnswer(db, id, { answer: "TENTATIVE", note: "Maybe late" });
    await db.prisma.participant.update({ where: { id }, data: { timeZone: "America/New_York" } });
    await page.goto(`${url}?saved=yes`);
    await look(`saved-${locale}`);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});

/** Pictures to look at, for whoever asks for them: SHOTS=folder. */
async function look(name: string, here = page) {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      await here.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await here.setViewportSize({ width, height: 900 });
      await here.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await here.emulateMedia({ colorScheme: "light" });
}
