import { expect, test } from "vitest";
import { changeMailChoice } from "@/lib/accounts/mail-choice";
import { findAsked } from "@/lib/answers/find";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { savePreferences } from "@/lib/participants/preferences";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, mailHost, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  /** A meeting in French, of an organiser, of somebody else with an account, and of somebody without. */
  async function meeting() {
    const [place, { organiser: colleague }] = [await install(db()), await install(db())];
    const input = { ...inputFor(place.domain.id, 2, new Date()), locale: "fr" as const };
    input.participants[0]!.email = colleague.email;
    const meetingId = await schedule(db(), place, input);
    const people = await db().prisma.participant.findMany({ where: { meetingId }, orderBy: { position: "asc" } });
    const cancel = () =>
      cancelMeeting(db(), { meetingId, viewer: place.organiser, mailHost, now: new Date(Date.now() + 2000) });
    /** Language and zone of each person's newest mail. */
    const mails = () =>
      db().prisma.delivery.findMany({
        where: { participant: { meetingId } },
        distinct: ["participantId"],
        orderBy: [{ participant: { position: "asc" } }, { revisedAt: "desc" }],
        select: { locale: true, timeZone: true },
      });
    const asked = () => Promise.all(people.map(async ({ id }) => (await findAsked(db(), id))!));
    return { place, colleague, people, cancel, mails, asked };
  }
  const choose = async (userId: string, locale: "de" | "es", timeZone: string) => {
    await changeMailChoice(db(), userId, { locale, answerMails: "EACH", reminderMinutes: [] });
    await db().prisma.user.update({ where: { id: userId }, data: { timeZone } });
  };

  test("a language and zone chosen in the account count from the next mail on", async () => {
    const { place, colleague, cancel, mails, asked } = await meeting();
    const before = { locale: "en", timeZone: "Asia/Kathmandu" };
    expect(await mails()).toEqual([before, before, { locale: "fr", timeZone: null }]);
    await choose(place.organiser.id, "de", "Europe/Berlin");
    await choose(colleague.id, "es", "Europe/Madrid");
    await cancel();
    const expected = [
      { locale: "de", timeZone: "Europe/Berlin" },
      { locale: "es", timeZone: "Europe/Madrid" },
      { locale: "fr", timeZone: null },
    ];
    expect(await mails()).toEqual(expected);
    expect((await asked()).map(({ locale, ownZone }) => ({ locale, timeZone: ownZone }))).toEqual(expected);
  });

  test("what somebody chose for this meeting stays, whatever their account says later", async () => {
    const { colleague, people, cancel, mails, asked } = await meeting();
    const own = { locale: "en" as const, timeZone: "America/Lima" };
    await savePreferences(db(), { participantId: people[1]!.id, ...own });
    await choose(colleague.id, "es", "Europe/Madrid");
    await cancel();
    expect((await mails())[1]).toEqual(own);
    expect((await asked())[1]).toMatchObject({ locale: "en", ownZone: "America/Lima" });
  });
});
