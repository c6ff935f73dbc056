import { expect, test } from "vitest";
import { newId, newSecret, sha256 } from "@/lib/ids";
import { mailedToken, withMailedToken } from "@/lib/links/mailed-token";
import { acceptMails, change, moved } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  async function prepared() {
    const place = await install(db());
    const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, new Date()));
    await acceptMails(db(), meetingId);
    const { id: participantId } = await db().prisma.participant.findFirstOrThrow({
      where: { meetingId, isOrganiser: false },
    });
    const links = () =>
      db().prisma.link.findMany({ where: { participantId }, orderBy: { id: "asc" }, include: { roomTokens: true } });
    return { place, meetingId, participantId, links };
  }

  test("another time makes a new direct link with its own token and keeps the old one", async () => {
    const { place, meetingId, links } = await prepared();
    const [first] = await links();
    await change(db(), place, meetingId, "everybody", () => ({ title: "Another title" }));
    expect(await links()).toEqual([first]);
    await change(db(), place, meetingId, "everybody", moved(60));
    const [before, after] = await links();
    expect(before).toEqual(first);
    expect(after).toMatchObject({ kind: "DIRECT", secretHash: null, revokedAt: null });
    expect([before, after].map((link) => link!.roomTokens.length)).toEqual([1, 1]);
    expect(after!.roomTokens[0]!.notBefore.getTime() - before!.roomTokens[0]!.notBefore.getTime()).toBe(3600_000);
  });

  test("SQL and Prisma find the same token in each mail, or none without a link", async () => {
    const { place, meetingId, participantId } = await prepared();
    await change(db(), place, meetingId, "everybody", moved(60));
    await change(db(), place, meetingId, "everybody", ({ participants }) => ({ participants: participants.slice(1) }));
    const mails = await db().prisma.delivery.findMany({
      where: { participantId },
      orderBy: { id: "asc" },
      include: withMailedToken,
    });
    expect(mails.map(({ kind, link }) => [kind, link !== null])).toEqual([
      ["INVITATION", true],
      ["UPDATE", true],
      ["CANCELLATION", false],
    ]);
    const inSql = await db().prisma.$queryRaw<{ tokenId: string | null }[]>`
      SELECT t."id" AS "tokenId" FROM "Delivery" d LEFT JOIN ${mailedToken()}
      WHERE d."participantId" = ${participantId}::uuid ORDER BY d."id"`;
    expect(inSql.map(({ tokenId }) => tokenId)).toEqual(mails.map(({ link }) => link?.roomTokens[0]?.id ?? null));
  });

  test("a portal link needs a secret, stored as SHA-256, and alone can be revoked", async () => {
    const { participantId } = await prepared();
    const save = (data: { kind: "DIRECT" | "PORTAL"; secretHash?: string; revokedAt?: Date }) =>
      db().prisma.link.create({ data: { id: newId(), participantId, createdAt: new Date(), ...data } });
    const secret = newSecret();
    await expect(save({ kind: "PORTAL" })).rejects.toThrow(/Link_portal_has_a_secret/);
    await expect(save({ kind: "PORTAL", secretHash: secret })).rejects.toThrow(/Link_portal_has_a_secret/);
    await expect(save({ kind: "DIRECT", secretHash: sha256(secret) })).rejects.toThrow(/Link_portal_has_a_secret/);
    await expect(save({ kind: "DIRECT", revokedAt: new Date() })).rejects.toThrow(/Link_direct_is_not_revoked/);
    expect(await save({ kind: "PORTAL", secretHash: sha256(secret), revokedAt: new Date() })).toBeTruthy();
  });

  test("a direct link has one mailed token, and no mailed token is without a link", async () => {
    const { links } = await prepared();
    const [link] = await links();
    const token = { ...link!.roomTokens[0]!, id: newId() };
    await expect(db().prisma.roomToken.create({ data: token })).rejects.toThrow(/Unique constraint/);
    await expect(db().prisma.roomToken.create({ data: { ...token, linkId: null } })).rejects.toThrow(
      /RoomToken_mailed_has_a_link/,
    );
    await db().prisma.roomToken.create({ data: { ...token, purpose: "JOIN" } });
    expect((await links()).map(({ roomTokens }) => roomTokens.length)).toEqual([2]);
  });
});
