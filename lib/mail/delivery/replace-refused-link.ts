import type { Database } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { insertDirectLinks } from "@/lib/links/insert-direct-links";
import { linkDomainOf, sameLinkDomain } from "@/lib/links/mailed-link";
import { withMailedToken } from "@/lib/links/mailed-token";
import { insertDeliveries, mailHostOf } from "@/lib/mail/ledger/insert";
import { nextStamp } from "@/lib/mail/ledger/next-stamp";
import { supersede } from "@/lib/mail/ledger/supersede";
import { lockMeeting, meetingsOf } from "@/lib/occurrences/lock-meeting";
import { Prisma } from "@/prisma/generated/client";

/**
 * Replaces a queued mail whose link no longer opens by a mail of its own with a new link. A retry would have to send the
 * same bytes, for an earlier attempt may have arrived.
 * @returns whether the mail must not leave: it was replaced now, or settled meanwhile
 */
export async function replaceRefusedLink(db: Database, deliveryId: string, now: Date): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    await lockMeeting(tx, meetingsOf([deliveryId]), "FOR UPDATE");
    const delivery = await tx.delivery.findFirst({
      where: { id: deliveryId, status: "QUEUED" },
      include: { participant: true, ...withMailedToken },
    });
    if (!delivery) return true;
    const token = delivery.link?.roomTokens[0];
    if (!token) return false;
    const { participant, messageId } = delivery;
    const domain = await openDomain(tx, token.credential.domainId);
    if (!domain || sameLinkDomain(domain, token)) return false;

    await supersede(tx, Prisma.sql`d."id" = ${deliveryId}::uuid`, now);
    const linkId = newId();
    const { credential: _, ...says } = token;
    await insertDirectLinks(tx, [{ ...says, ...linkDomainOf(domain), id: linkId }], now);
    const calendar = delivery.kind === "INVITATION" || delivery.kind === "UPDATE";
    const revisedAt = calendar ? nextStamp(participant.revisedAt, now) : delivery.revisedAt;
    if (calendar) await tx.participant.update({ where: { id: participant.id }, data: { revisedAt } });
    const { participantId, kind, revisionId, previousRevisionId, changes, sequence, references } = delivery;
    const reminder = delivery.reminderId && { reminderId: delivery.reminderId };
    const mail = { participantId, kind, revisionId, previousRevisionId, changes, sequence, references, ...reminder };
    await insertDeliveries(db, tx, [{ ...mail, id: newId(), linkId, revisedAt }], {
      mailHost: mailHostOf(messageId),
      now,
    });
    return true;
  });
}
