import { expect, test } from "vitest";
import { recordAnswer } from "@/lib/answers/record";
import { newId } from "@/lib/ids";
import { answersVersion, findAnswersVersion } from "@/lib/meetings/answers-version";
import { findMeeting } from "@/lib/meetings/find";
import { listMeetings, listQuery } from "@/lib/meetings/list";
import { onEachDatabase } from "@/tests/support/database";
import { install, planFor, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  async function invited() {
    const place = await install(db());
    const now = new Date();
    const meetingId = await schedule(db(), place, planFor(place.domain.id, 4, now), now);
    const ids = (
      await db().prisma.participant.findMany({
        where: { meetingId, isOrganiser: false },
        orderBy: { position: "asc" },
      })
    ).map(({ id }) => id);
    const who = { meetingId, organiserId: place.organiser.id };
    const say = (index: number, answer: "ACCEPTED" | "TENTATIVE" | "DECLINED", proposal = "", at = now) =>
      recordAnswer(db(), {
        participantId: ids[index]!,
        answer,
        note: "",
        via: "MAIL",
        sequence: 0,
        stampedAt: at,
        proposal,
        now: at,
      });
    const found = async () => (await findMeeting(db(), who))!;
    return { who, now, ids, say, found };
  }

  test("the meeting and the list count what participants answered, and not the organiser", async () => {
    const { who, now, say, found } = await invited();
    expect((await found()).answers).toEqual({ NONE: 4, ACCEPTED: 0, TENTATIVE: 0, DECLINED: 0 });
    await say(0, "ACCEPTED");
    await say(1, "ACCEPTED");
    await say(2, "DECLINED");
    expect((await found()).answers).toEqual({ NONE: 1, ACCEPTED: 2, TENTATIVE: 0, DECLINED: 1 });
    const query = listQuery.parse({});
    const { meetings } = await listMeetings(db(), { organiserId: who.organiserId, query, now });
    expect(meetings).toMatchObject([{ participants: 4, accepted: 2, tentative: 0, declined: 1 }]);
  });

  test("a proposal is shown with the answer it came with, until another answer or another time", async () => {
    const { ids, now, say, found } = await invited();
    const proposalOf = async () => (await found()).participants.find(({ id }) => id === ids[0])?.proposal;
    await say(0, "TENTATIVE", "Friday at 10:00");
    expect(await proposalOf()).toBe("Friday at 10:00");
    await say(0, "ACCEPTED", "", new Date(now.getTime() + 1000));
    expect(await proposalOf()).toBe("");
    await say(0, "TENTATIVE", "Monday", new Date(now.getTime() + 2000));
    await db().prisma.participant.update({ where: { id: ids[0] }, data: { answer: "NONE", answeredAt: null } });
    expect(await proposalOf()).toBe("");
  });

  test("the version is the page's, changes with every answer, also of the same moment, and is nobody else's", async () => {
    const { who, say, found } = await invited();
    const versions = [await findAnswersVersion(db(), who)];
    for (const index of [0, 1, 2]) {
      await say(index, "ACCEPTED");
      versions.push(await findAnswersVersion(db(), who));
    }
    expect(new Set(versions).size).toBe(4);
    expect(answersVersion(await found())).toBe(versions.at(-1));
    expect(await findAnswersVersion(db(), { ...who, organiserId: newId() })).toBeNull();
  });
});
