import { Prisma } from "@/prisma/generated/client";

/**
 * A delivery `d` may have been accepted: an attempt ended without the mail server's response (RFC 5321 §4.5.4.1).
 * The last attempt counts too, although the delivery failed with it.
 */
export const responseLost = Prisma.sql`EXISTS (SELECT 1 FROM "DeliveryAttempt" a
  WHERE a."deliveryId" = d."id" AND a."responseCode" IS NULL
    AND (a."result" = 'RETRY' OR (a."result" = 'FAILED' AND a."reason" IN ('no-connection', 'timed-out'))))`;
