import type { Database } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { insertRoomTokens } from "@/lib/links/insert-room-tokens";
import { issuerOf, sameIssuer } from "@/lib/links/mailed-link";
import { insertDeliveries } from "@/lib/mail/ledger/insert";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import { lockMeeting, meetingsOf } from "@/lib/occurrences/lock-meeting";

/**
 * A mail that waits while its domain's credential is replaced, or the domain edited, would bring a link that no longer
 * opens. It is superseded by one that says the same with a link as it has to be by now: a mail of its own, because an
 * earlier attempt may have arrived with the old link, and a retry says the same bytes.
 * @returns false when there is nothing to renew: it was settled in between, or says the newest already
 */
export async function renewLink(db: Database, deliveryId: string, now: Date): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    await lockMeeting(tx, meetingsOf([deliveryId]), "FOR UPDATE");
    const delivery = await tx.delivery.findFirst({
      where: { id: deliveryId, status: "QUEUED" },
      include: { participant: true, roomToken: { include: { credential: true } } },
    });
    if (!delivery?.roomToken) return false;
    const { participant, roomToken, messageId } = delivery;
    const { domainId } = roomToken.credential;
    const domain = await openDomain(tx, domainId);
    if (!domain || sameIssuer(domain, roomToken)) return false;

    await tx.delivery.update({
      where: { id: deliveryId },
      data: { status: "SUPERSEDED", nextAttemptAt: null, settledAt: now },
    });
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
      mailHost: messageId.split("@").at(-1)!,
      now,
    });
    return true;
  });
}
