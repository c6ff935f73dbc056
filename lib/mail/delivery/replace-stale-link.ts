import type { Database } from "@/lib/db";
import { openDomain } from "@/lib/domains/open-domain";
import { newId } from "@/lib/ids";
import { insertDirectLinks } from "@/lib/links/insert-direct-links";
import { linkDomainOf, sameLinkDomain } from "@/lib/links/mailed-link";
import { withMailedToken } from "@/lib/links/mailed-token";
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
      include: { participant: true, ...withMailedToken },
    });
    const token = delivery?.link?.roomTokens[0];
    if (!delivery || !token) return false;
    const { participant, messageId } = delivery;
    const domain = await openDomain(tx, token.credential.domainId);
    if (!domain || sameLinkDomain(domain, token)) return false;

    await tx.delivery.update({
      where: { id: deliveryId },
      data: { status: "SUPERSEDED", nextAttemptAt: null, settledAt: now },
    });
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
      mailHost: messageId.split("@").at(-1)!,
      now,
    });
    return true;
  });
}
