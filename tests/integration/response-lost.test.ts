import { expect, test } from "vitest";
import { recordAttempts } from "@/lib/mail/delivery/record-attempts";
import { change } from "@/tests/support/change";
import { onEachDatabase } from "@/tests/support/database";
import { inputFor, install, schedule } from "@/tests/support/installation";

onEachDatabase((db) => {
  test.each([
    { reason: "no-connection", kinds: ["INVITATION", "CANCELLATION"] },
    { reason: "name-not-found", kinds: ["INVITATION"] },
  ] as const)(
    "a removed person is cancelled if the only attempt may have arrived: $reason",
    async ({ reason, kinds }) => {
      const place = await install(db());
      const now = new Date();
      const meetingId = await schedule(db(), place, inputFor(place.domain.id, 1, now), now);
      const [guest] = await db().prisma.participant.findMany({ where: { meetingId, isOrganiser: false } });
      const { id: deliveryId } = await db().prisma.delivery.findFirstOrThrow({ where: { participantId: guest!.id } });
      const outcome = { result: "retry", reason, responseCode: null, serverText: null } as const;
      // The next attempt would come too late, so the first one is the last.
      const attempt = {
        jobId: crypto.randomUUID(),
        deliveryId,
        attempts: 1,
        firstAttemptAt: null,
        usefulUntil: now,
        outcome,
      };
      await recordAttempts(db(), [attempt], now, () => 60_000);
      expect((await db().prisma.delivery.findUnique({ where: { id: deliveryId } }))!.status).toBe("FAILED");
      await change(db(), place, meetingId, "everybody", () => ({ participants: [] }));
      const mails = await db().prisma.delivery.findMany({
        where: { participantId: guest!.id },
        orderBy: { createdAt: "asc" },
      });
      expect(mails.map(({ kind }) => kind)).toEqual(kinds);
    },
  );
});
