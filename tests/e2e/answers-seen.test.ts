import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { hashPassword } from "@/lib/accounts/password";
import { type Database, openDatabase } from "@/lib/db";
import { answerKey, answerUrl } from "@/lib/links/answer-link";
import { startQueue } from "@/lib/queue";
import { instantOf, wallTimeOf } from "@/lib/time/wall-time";
import { joinApp } from "@/tests/support/app";
import { accessibilityFindings, newVisitor, startBrowser, type Visitor } from "@/tests/support/browser";
import { acceptMails, change, moved } from "@/tests/support/change";
import { closeTestDatabase } from "@/tests/support/database";
import { currentAnswer, friday, giveAnswer, type Said } from "@/tests/support/give-answer";
import { appSecret, type Installation, inputFor, install, schedule } from "@/tests/support/installation";
import { fill, press, signIn } from "./pages/organiser";

const password = "correct horse battery";

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
  await db.prisma.user.update({
    where: { id: place.organiser.id },
    data: { passwordHash: await hashPassword(password) },
  });
  browser = await startBrowser();
  visitor = await newVisitor(browser);
  page = visitor.page;
  await signIn(app, page, { email: place.organiser.email, password });
});
afterAll(async () => {
  await browser?.close();
  if (db) await closeTestDatabase(db);
});

/** Tomorrow from ten to eleven where it is planned: on no clock a time over midnight. */
function inputAtTen(participants: number) {
  const input = inputFor(place.domain.id, participants, new Date());
  const ten = instantOf(wallTimeOf(input.startsAt, input.timeZone).date, "10:00", input.timeZone);
  if (!ten.ok) throw new Error("There is no such time on that day");
  return { ...input, startsAt: ten.at, endsAt: new Date(+ten.at + 3600_000) };
}

const wednesday = new Date("2026-12-02T10:00:00Z");
const answer = (participantId: string, said: Said = {}) => giveAnswer(db, participantId, said);

test("an open meeting page shows each answer, with its note and what was proposed", async () => {
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 4, new Date()));
  // Decided, so that nothing but the answer makes the page follow.
  await acceptMails(db, meetingId);
  const people = await db.prisma.participant.findMany({
    where: { meetingId, isOrganiser: false },
    orderBy: { position: "asc" },
  });
  const [first, second, third] = people.map(({ id }) => id);
  await page.goto(`${app.baseUrl}/meetings/${meetingId}`);
  await page.getByText("4 have not answered", { exact: true }).waitFor();
  await page.waitForRequest(/\/version$/);

  const item = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  for (const note of ["Perhaps", "With pleasure <b>"]) {
    await answer(first!, { note });
    await item("Participant 0").getByText(note).waitFor();
  }
  await page.getByText("1 accepted, 3 have not answered").waitFor();
  expect(await item("Participant 0").getByText("Accepted", { exact: true }).isVisible()).toBe(true);

  await answer(second!, { answer: "TENTATIVE", via: "MAIL", proposal: friday, note: "Tight" });
  await answer(third!, { answer: "DECLINED" });
  await page.getByText("1 accepted, 1 maybe, 1 declined, 1 has not answered").waitFor();
  await item("Participant 1").getByText("Friday 27 November 2026, 15:45–16:45 (Kathmandu time, GMT+5:45)").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await look("meeting");

  await answer(second!, { note: "After all" });
  await page.goto(`${app.baseUrl}/meetings/${meetingId}/people/${second}`);
  const answers = page.getByRole("region", { name: "Answers" }).getByRole("listitem");
  expect(await answers.count()).toBe(2);
  expect(await answers.first().textContent()).toMatch(/Accepted.*on the web.*After all/);
  expect(await answers.last().textContent()).toMatch(/Maybe.*by mail.*Friday 27 November 2026, 15:45.*Tight/);
  expect(await accessibilityFindings(page)).toEqual([]);
  await look("person");
  const other = { via: "MAIL", answer: "ACCEPTED" } as const;
  await answer(third!, { ...other, occurrence: { recurrenceId: "soon", startsAt: null } });
  await answer(third!, { ...other, occurrence: { recurrenceId: "2026-12-02T10:00:00Z", startsAt: wednesday } });
  await page.goto(`${app.baseUrl}/meetings/${meetingId}/people/${third}`);
  expect(await answers.allTextContents()).toEqual([
    expect.stringMatching(/Answered for .*15:45 \(Kathmandu time\)$/),
    expect.stringContaining("Answered for another time, which could not be read"),
    expect.stringMatching(/^Declined.*on the web$/),
  ]);
  await page.goto(`${app.baseUrl}/meetings/${meetingId}`);

  await page.getByRole("link", { name: /^Declined/ }).click();
  await page.waitForURL(/show=declined$/);
  await item("Participant 2").waitFor();
  expect(await item("Participant 0").count()).toBe(0);
  await page.goto(`${app.baseUrl}/meetings`);
  await page.getByText("2 accepted, 1 declined").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await look("list");
  expect(visitor.problems).toEqual([]);
});

test("accepting on the page after a silent move counts for the new time", async () => {
  const meetingId = await schedule(db, place, { ...inputAtTen(2), title: "Moved quietly" });
  await acceptMails(db, meetingId);
  const [first, second] = await db.prisma.participant.findMany({
    where: { meetingId, isOrganiser: false },
    orderBy: { position: "asc" },
  });
  await answer(second!.id, { via: "MAIL" });
  await change(db, place, meetingId, "nobody", moved(30));
  const guest = await newVisitor(browser);
  await guest.page.goto(`${answerUrl(app.baseUrl, first!.id, answerKey(appSecret))}?answer=accept`);
  // Not for the mail's button: its time is another one.
  await guest.page.getByLabel("Accept").check();
  await guest.page.getByRole("button", { name: "Send: I accept" }).click();
  await guest.page.getByText("Thank you, your answer is saved.").waitFor();
  // Who had accepted the time before is asked to the new one.
  await guest.page.goto(`${answerUrl(app.baseUrl, second!.id, answerKey(appSecret))}?answer=accept&saved=yes`);
  await guest.page.getByText("Please answer for the time that is planned now.").waitFor();
  expect(guest.problems).toEqual([]);
  await guest.close();

  await page.goto(`${app.baseUrl}/meetings/${meetingId}`);
  await page.getByText("1 accepted, 1 has not answered, 1 answer is for another time").waitFor();
  const item = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name }) });
  await item("Participant 0").getByText("Accepted", { exact: true }).waitFor();
  await item("Participant 1").getByText("Answered for 14:45–15:45 (Kathmandu time)").waitFor();
  await page.getByText("2 people do not know the new time").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await look("moved-silently");
  await page.goto(`${app.baseUrl}/meetings/${meetingId}/people/${second!.id}`);
  const answers = page.getByRole("region", { name: "Answers" }).getByRole("listitem");
  expect(await answers.textContent()).toMatch(/^Accepted.*by mail.*Answered for 14:45–15:45 \(Kathmandu time\)/);
  await page.goto(`${app.baseUrl}/meetings?q=Moved+quietly`);
  await page.getByText(/ · 1 accepted( · |$)/).waitFor();
  expect(visitor.problems).toEqual([]);
});

test.each([
  ["en", true, /^The time has changed: your invitation still says 10:00–11:00\.$/, "You accepted 10:00–11:00."],
  [
    "de",
    false,
    /^Der Termin hat sich geändert: In Ihrer Einladung steht noch 10:00–11:00 Uhr\.$/,
    "für 10:00–11:00 Uhr zugesagt",
  ],
  [
    "fr",
    true,
    /^La date ou l’heure a changé\s: votre invitation indique encore 10:00–11:00\.$/,
    "Pour 10:00–11:00, vous aviez accepté.",
  ],
  [
    "es",
    false,
    /^La fecha o la hora ha cambiado: su invitación aún indica 10:00–11:00\.$/,
    "Para 10:00–11:00 usted respondió «Aceptar».",
  ],
] as const)(
  "after a silent move the page says in %s (scripts: %s) what the mail said and what was answered, and the mail's button chooses nothing",
  async (locale, scripts, told, accepted) => {
    const input = { ...inputAtTen(1), locale };
    const { startsAt } = input;
    const meetingId = await schedule(db, place, input);
    await acceptMails(db, meetingId);
    const { id } = await db.prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: false } });
    const person = () => currentAnswer(db, id);
    const url = answerUrl(app.baseUrl, id, answerKey(appSecret));
    await answer(id, { note: "By train" });
    const who = await newVisitor(browser, { javaScriptEnabled: scripts });
    const here = who.page;
    const send = here.locator("button[value=send]").last();
    const chosen = here.locator("[name=answer]:checked");
    await here.goto(`${url}?answer=decline`);
    await send.waitFor();
    expect(await chosen.inputValue()).toBe("decline");
    expect(await here.getByText(told).count()).toBe(0);

    await change(db, place, meetingId, "nobody", moved(30));
    await here.goto(`${url}?answer=accept`);
    await here.getByText(told).waitFor();
    await here.getByText(accepted).waitFor();
    expect(await chosen.count()).toBe(0);
    expect(await here.locator("[name=note]").inputValue()).toBe("By train");
    if (scripts) expect(await accessibilityFindings(here)).toEqual([]);
    await look(`told-other-${locale}`, here);
    await send.click();
    await here.locator("[role=alert] a[href='#answer']").waitFor();
    expect(await person()).toMatchObject({ startsAt });
    await here.locator("[value=decline]").check();
    await send.click();
    await here.waitForURL(/saved=yes$/);
    const now = { answer: "DECLINED", note: "By train", startsAt: new Date(+startsAt + 30 * 60_000) };
    expect(await person()).toMatchObject(now);
    await here.getByText(told).waitFor();
    expect(await here.getByText(accepted).count()).toBe(0);
    await look(`told-other-saved-${locale}`, here);

    // Moved back: the mail says what is so, and the answer was for the time in between.
    await change(db, place, meetingId, "nobody", moved(-30));
    await here.goto(`${url}?answer=accept`);
    await here.getByText(/10:30–11:30( Uhr)?[ .,]/).waitFor();
    expect(await here.getByText(told).count()).toBe(0);
    expect(await chosen.inputValue()).toBe("accept");
    expect(who.problems).toEqual([]);
    await who.close();
  },
);

test("an organiser who is no admin reads a person's mails without their source", async () => {
  const meetingId = await schedule(db, place, inputFor(place.domain.id, 1, new Date()));
  const person = await db.prisma.participant.findFirstOrThrow({ where: { meetingId, isOrganiser: false } });
  const here = `${app.baseUrl}/meetings/${meetingId}/people/${person.id}`;
  for (const view of ["", "?view=mail", "?view=technical", "?view=calendar"]) {
    await page.goto(here + view);
    await page.getByRole("link", { name: "History" }).waitFor();
    expect(await page.content(), view).not.toMatch(/Technical details|Message-ID|METHOD|DTSTAMP|PARTSTAT|jwt|token/);
  }
  await page.goto(`${here}?view=mail`);
  await page.getByText("Personal links are hidden here").waitFor();
  await page.frameLocator("iframe").getByText("Board meeting").first().waitFor();
  expect(await (await page.request.get(`${here}/html`)).text()).not.toMatch(/jwt|\/rsvp\//);
});

test("another organiser and a stranger cannot see whether somebody has answered", async () => {
  const other = await install(db);
  const meetingId = await schedule(db, other, inputFor(other.domain.id, 1, new Date()));
  const theirs = await page.request.get(`${app.baseUrl}/meetings/${meetingId}/version`);
  expect(theirs.status()).toBe(404);
  expect((await fetch(`${app.baseUrl}/meetings/${meetingId}/version`)).status).toBe(404);
});

test("an account keeps its language, its answer mails and its preset reminders", async () => {
  await page.goto(`${app.baseUrl}/account`);
  expect(await page.getByLabel("Each").isChecked()).toBe(true);
  await page.getByLabel("Daily").check();
  await page.getByLabel("Language of mails").selectOption("de");
  await page.getByLabel("1 day before the start").check();
  await page.getByLabel("15 minutes before the start").check();
  await fill(page, { ownReminder: "0" });
  await press(page, "Save mails and reminders");
  await page.getByRole("link", { name: "Enter whole minutes, from 1 to 40,320 (four weeks)." }).waitFor();
  expect(await page.getByLabel("1 day before the start").isChecked()).toBe(true);
  await fill(page, { ownReminder: "45" });
  await press(page, "Save mails and reminders");
  await page.getByText("Saved, for mails and meetings from now on.").waitFor();
  const choice = { locale: "de", answerMails: "DAILY", reminderMinutes: [1440, 45, 15] };
  expect(await db.prisma.user.findUniqueOrThrow({ where: { id: place.organiser.id } })).toMatchObject(choice);
  expect(await accessibilityFindings(page)).toEqual([]);
  await look("account");

  const storageState = await visitor.context.storageState();
  const plain = await newVisitor(browser, { javaScriptEnabled: false, storageState });
  await plain.page.goto(`${app.baseUrl}/account`);
  expect(await plain.page.locator('[name="ownReminder"]').inputValue()).toBe("45");
  await plain.page.getByLabel("Never").check();
  await plain.page.getByLabel("1 day before the start").uncheck();
  await press(plain.page, "Save mails and reminders");
  await plain.page.getByText("Saved, for mails and meetings from now on.").waitFor();
  expect(await db.prisma.user.findUniqueOrThrow({ where: { id: place.organiser.id } })).toMatchObject({
    answerMails: "NEVER",
    reminderMinutes: [45, 15],
  });
  await plain.close();
  expect(visitor.problems).toEqual([]);
});

/** Pictures to look at, for whoever asks for them: SHOTS=folder. */
async function look(name: string, here = page) {
  const folder = process.env.SHOTS;
  if (!folder) return;
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      await here.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await here.setViewportSize({ width, height: 900 });
      await here.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await here.emulateMedia({ colorScheme: "light" });
  await here.setViewportSize({ width: 1280, height: 900 });
}
