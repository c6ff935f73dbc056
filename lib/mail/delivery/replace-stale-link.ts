import type { Database } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { insertRoomTokens } from "@/lib/links/insert-room-tokens";
import { issuerOf, sameIssuer } from "@/lib/links/mailed-link";
import { insertDeliveries, mailHostOf } from "@/lib/mail/ledger/insert";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import { supersede } from "@/lib/mail/ledger/supersede";
import { Prisma } from "@/prisma/generated/client";

/**
 * Replaces a queued mail whose link no longer opens by a mail of its own with a new link. A retry would have to send the
 * same bytes, for an earlier attempt may have arrived.
 * @returns false when there is nothing to replace: the mail was settled meanwhile, or its link is as it should be
 */
export async function replaceStaleLink(db: Database, deliveryId: string, now: Date): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM "Meeting" m JOIN "Participant" p ON p."meetingId" = m."id"
        JOIN "Delivery" d ON d."participantId" = p."id" WHERE d."id" = ${deliveryId}::uuid FOR UPDATE OF m`;
    const delivery = await tx.delivery.findFirst({
      where: { id: deliveryId, status: "QUEUED" },
      include: { participant: true, roomToken: { include: { credential: true } } },
    });
    if (!delivery?.roomToken) return false;
    const { participant, roomToken, messageId } = delivery;
    const { domainId } = roomToken.credential;
    const domain = await openDomain(tx, domainId);
    if (!domain || sameIssuer(domain, roomToken)) return false;

    await supersede(tx, Prisma.sql`d."id" = ${deliveryId}::uuid`, now);
    const roomTokenId = newId();
    const { id: _, credential: __, ...link } = roomToken;
    await insertRoomTokens(tx, [{ ...link, ...issuerOf(domain), id: roomTokenId }], now);
    const calendar = delivery.kind === "INVITATION" || delivery.kind === "UPDATE";
    const revisedAt = calendar ? nextStamp(participant.revisedAt, now) : delivery.revisedAt;
    if (calendar) await tx.participant.update({ where: { id: participant.id }, data: { revisedAt } });
    const { participantId, kind, revisionId, previousRevisionId, changes, sequence, references } = delivery;
    const reminder = delivery.reminderId && { reminderId: delivery.reminderId };
    const mail = { participantId, kind, revisionId, previousRevisionId, changes, sequence, references, ...reminder };
    await insertDeliveries(db, tx, [{ ...mail, id: newId(), roomTokenId, revisedAt }], {
      mailHost: mailHostOf(messageId),
      now,
    });
    return true;
  });
}
