import { expect, test } from "vitest";
import { findAsked } from "@/lib/answers/find";
import { newId } from "@/lib/ids";
import { answersVersion, findAnswersVersion } from "@/lib/meetings/read/answers-version";
import { findMeeting } from "@/lib/meetings/read/find";
import { listMeetings, listQuery } from "@/lib/meetings/read/list";
import type { Proposal } from "@/lib/participants/proposal";
import { acceptMails, change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { friday, giveAnswer, type Said } from "@/tests/support/give-answer";
import { inputFor, install, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  async function invited() {
    const place = await install(db());
    const now = new Date();
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 4, now), now);
    const ids = (
      await db().prisma.participant.findMany({
        where: { meetingId, isOrganiser: false },
        orderBy: { position: "asc" },
      })
    ).map(({ id }) => id);
    const who = { meetingId, viewer: place.organiser };
    const say = (index: number, answer: "ACCEPTED" | "TENTATIVE" | "DECLINED", proposal?: Proposal, at = now) =>
      giveAnswer(db(), ids[index]!, { answer, via: "MAIL", proposal, now: at });
    const found = async () => (await findMeeting(db(), who))!;
    return { who, now, ids, say, found, place, meetingId };
  }

  test("the meeting and the list count what participants answered, and not the organiser", async () => {
    const { who, now, say, found } = await invited();
    expect((await found()).answers).toEqual({ NONE: 4, ACCEPTED: 0, TENTATIVE: 0, DECLINED: 0 });
    await say(0, "ACCEPTED");
    await say(1, "ACCEPTED");
    await say(2, "DECLINED");
    expect((await found()).answers).toEqual({ NONE: 1, ACCEPTED: 2, TENTATIVE: 0, DECLINED: 1 });
    const query = listQuery.parse({});
    const { meetings } = await listMeetings(db(), { viewer: who.viewer, query, now });
    expect(meetings).toMatchObject([{ participants: 4, accepted: 2, tentative: 0, declined: 1 }]);
  });

  test("a proposal is shown with its answer until the next answer or another time", async () => {
    const { ids, now, say, found } = await invited();
    const proposalOf = async () => (await found()).participants.find(({ id }) => id === ids[0])?.proposal;
    await say(0, "TENTATIVE", friday);
    expect(await proposalOf()).toEqual(friday);
    await say(0, "ACCEPTED", undefined, new Date(now.getTime() + 1000));
    expect(await proposalOf()).toBeNull();
    await say(0, "TENTATIVE", "unreadable", new Date(now.getTime() + 2000));
    await db().prisma.currentAnswer.deleteMany({ where: { participantId: ids[0] } });
    expect(await proposalOf()).toBeNull();
  });

  test("a proposal for an unknown occurrence does not hide one for the meeting", async () => {
    const { ids, now, say, found } = await invited();
    await say(0, "TENTATIVE", friday);
    const occurrence = { recurrenceId: "soon", startsAt: null };
    const later = new Date(now.getTime() + 1000);
    await giveAnswer(db(), ids[0]!, {
      via: "MAIL",
      answer: "TENTATIVE",
      proposal: "unreadable",
      occurrence,
      now: later,
    });
    expect((await found()).participants.find(({ id }) => id === ids[0])?.proposal).toEqual(friday);
  });

  /** A meeting that everybody was invited to; moved silently, by as many minutes, as often as wished. */
  async function silently() {
    const one = await invited();
    await acceptMails(db(), one.meetingId);
    const { place, meetingId, ids, who, now, found } = one;
    const query = listQuery.parse({});
    return {
      ...one,
      say: (index: number, said: Said) => giveAnswer(db(), ids[index]!, said),
      move: (minutes: number, tell: "everybody" | "nobody" = "nobody") =>
        change(db(), place, meetingId, tell, moved(minutes)),
      /** What the list, the meeting's page, and each of the first people on it say. */
      seen: async () => {
        const { meetings } = await listMeetings(db(), { viewer: who.viewer, query, now });
        const { accepted, tentative, declined } = meetings[0]!;
        const { answers, participants } = await found();
        expect({ accepted, tentative, declined }).toEqual({
          accepted: answers.ACCEPTED,
          tentative: answers.TENTATIVE,
          declined: answers.DECLINED,
        });
        const people = participants
          .slice(1)
          .map(({ answer, otherAnswer }) => (otherAnswer ? `${otherAnswer.answer}, another time` : answer));
        return { ...answers, people };
      },
    };
  }

  test("an answer counts for the time on the page, or the time the calendar knew", async () => {
    const { ids, say, move, seen, found } = await silently();
    const { startsAt, endsAt } = await found();
    await say(0, {});
    await move(30);
    await say(1, {});
    await say(2, { via: "MAIL", answer: "DECLINED" });
    expect(await seen()).toMatchObject({
      ...{ ACCEPTED: 1, DECLINED: 0, NONE: 3 },
      people: ["ACCEPTED, another time", "ACCEPTED", "DECLINED, another time", "NONE"],
    });
    expect((await found()).participants[1]!.otherAnswer).toEqual({ answer: "ACCEPTED", startsAt, endsAt });
    // The page of who answered before asks them to its new time.
    expect(await findAsked(db(), ids[0]!)).toMatchObject({ answer: "NONE", answerNote: "" });
    expect(await findAsked(db(), ids[1]!)).toMatchObject({ answer: "ACCEPTED" });

    await say(0, {});
    expect(await seen()).toMatchObject({ ACCEPTED: 2 });
  });

  test("after moving there and back an answer counts again, one in between does not", async () => {
    const { say, move, seen } = await silently();
    await say(0, {});
    await move(30);
    await say(1, {});
    await move(-30);
    expect(await seen()).toMatchObject({
      ...{ ACCEPTED: 1, NONE: 3 },
      people: ["ACCEPTED", "ACCEPTED, another time", "NONE", "NONE"],
    });
  });

  test("telling a new time keeps answers given to it on the web and asks the others", async () => {
    const { ids, say, move, seen, meetingId, place } = await silently();
    await say(0, {});
    await move(30);
    await say(1, { note: "Gladly" });
    await change(db(), place, meetingId, "everybody", () => ({}));
    expect(await seen()).toMatchObject({ ACCEPTED: 1, people: ["NONE", "ACCEPTED", "NONE", "NONE"] });
    const update = (index: number) =>
      db().prisma.delivery.findFirstOrThrow({ where: { participantId: ids[index], kind: "UPDATE" } });
    expect(await update(0)).toMatchObject({ sequence: 1, answer: "NONE" });
    expect(await update(1)).toMatchObject({ sequence: 1, answer: "ACCEPTED" });
    await acceptMails(db(), meetingId);
    // Their calendar says the same, or something else, about the same time.
    expect(await say(1, { via: "MAIL", sequence: 1 })).toEqual({ ok: true, changed: false });
    expect(await say(0, { via: "MAIL", sequence: 1 })).toEqual({ ok: true, changed: true });
    expect(await seen()).toMatchObject({ ACCEPTED: 2 });
    // Told there and back is asked twice.
    await move(30, "everybody");
    await move(-30, "everybody");
    expect(await seen()).toMatchObject({ ACCEPTED: 0, NONE: 4 });
  });

  test("a proposal without a comment keeps the note, and a new answer replaces it", async () => {
    const { say, found } = await silently();
    const note = async () => (await found()).participants[1]!.answerNote;
    await say(0, { note: "Running late" });
    await say(0, { via: "MAIL", answer: "NONE", proposal: friday });
    expect(await note()).toBe("Running late");
    await say(0, { via: "MAIL", answer: "DECLINED" });
    expect(await note()).toBe("");
  });

  test("the page knows which time somebody was told and answered, if it is outdated", async () => {
    const { ids, say, move, found, place, meetingId } = await silently();
    const { startsAt, endsAt } = await found();
    const first = { startsAt, endsAt };
    const asked = async (index: number) => {
      const { outdatedTime, answeredOther, answerNote } = (await findAsked(db(), ids[index]!))!;
      return { outdatedTime, answeredOther, answerNote };
    };
    const nothing = { outdatedTime: null, answeredOther: null, answerNote: "" };
    expect(await asked(0)).toEqual(nothing);
    await say(0, { note: "By train" });
    await move(30);
    const second = { startsAt: new Date(+startsAt + 30 * 60_000), endsAt: new Date(+endsAt + 30 * 60_000) };
    const said = { answer: "ACCEPTED", note: "By train" };
    expect(await asked(0)).toEqual({ ...nothing, outdatedTime: first, answeredOther: { ...first, ...said } });
    expect(await asked(1)).toEqual({ ...nothing, outdatedTime: first });
    await say(1, { answer: "DECLINED", note: "Too late" });
    expect(await asked(1)).toEqual({ ...nothing, outdatedTime: first, answerNote: "Too late" });
    await move(-30);
    expect(await asked(0)).toEqual({ ...nothing, answerNote: "By train" });
    const declined = { answer: "DECLINED", note: "Too late" };
    expect(await asked(1)).toEqual({ ...nothing, answeredOther: { ...second, ...declined } });

    // Told once a mail server has taken it, and not when that mail comes back.
    await move(30);
    await change(db(), place, meetingId, "everybody", () => ({}));
    expect(await asked(2)).toEqual({ ...nothing, outdatedTime: first });
    await acceptMails(db(), meetingId);
    expect(await asked(2)).toEqual(nothing);
    await db().prisma.delivery.updateMany({
      where: { participantId: ids[2], kind: "UPDATE" },
      data: { status: "BOUNCED" },
    });
    expect(await asked(2)).toEqual({ ...nothing, outdatedTime: first });
  });

  test("the version changes with every answer, and only the organiser can read it", async () => {
    const { who, say, found } = await invited();
    const versions = [await findAnswersVersion(db(), who)];
    for (const index of [0, 1, 2]) {
      await say(index, "ACCEPTED");
      versions.push(await findAnswersVersion(db(), who));
    }
    expect(new Set(versions).size).toBe(4);
    expect(answersVersion(await found())).toBe(versions.at(-1));
    expect(await findAnswersVersion(db(), { ...who, viewer: { id: newId() } })).toBeNull();
  });
});
