import type { Transaction } from "@/lib/db";
import { wholeSecond } from "@/lib/ids";

export type Invited = {
  participantId: string;
  roomTokenId: string;
  deliveryId: string;
  calendarUid: string;
  userId: string | null;
  email: string;
  name: string;
  role: "MODERATOR" | "ATTENDEE";
  isOrganiser: boolean;
  timeZone: string | null;
  position: number;
};

type Shared = {
  meetingId: string;
  roomName: string;
  credentialId: string;
  notBefore: Date;
  expiresAt: Date;
  mailHost: string;
  now: Date;
};

/**
 * Participants, what their tokens will say, and their first deliveries. One JSON parameter and three statements however
 * many they are: `createMany` binds a parameter per value, which made saving 500 people several times slower.
 */
export async function insertInvited(tx: Transaction, invited: Invited[], shared: Shared): Promise<void> {
  const { meetingId, roomName, credentialId, notBefore, expiresAt, mailHost, now } = shared;
  const people = JSON.stringify(invited);
  const issuedAt = wholeSecond(now);
  await tx.$executeRaw`
    INSERT INTO "Participant"
      ("id", "meetingId", "userId", "email", "name", "role", "isOrganiser", "timeZone", "calendarUid", "revisedAt", "position")
    SELECT p."participantId", ${meetingId}::uuid, p."userId", p."email", p."name", p."role", p."isOrganiser", p."timeZone",
      p."calendarUid", ${issuedAt}::timestamptz, p."position"
    FROM jsonb_to_recordset(${people}::jsonb) AS p("participantId" uuid, "userId" uuid, "email" text, "name" text,
      "role" "ParticipantRole", "isOrganiser" boolean, "timeZone" text, "calendarUid" text, "position" int)`;
  await tx.$executeRaw`
    INSERT INTO "RoomToken"
      ("id", "participantId", "credentialId", "purpose", "room", "moderator", "issuedAt", "notBefore", "expiresAt")
    SELECT p."roomTokenId", p."participantId", ${credentialId}::uuid, 'DELIVERY', ${roomName}, p."role" = 'MODERATOR',
      ${issuedAt}::timestamptz, ${notBefore}::timestamptz, ${expiresAt}::timestamptz
    FROM jsonb_to_recordset(${people}::jsonb) AS p("roomTokenId" uuid, "participantId" uuid, "role" text)`;
  await tx.$executeRaw`
    INSERT INTO "Delivery"
      ("id", "participantId", "kind", "roomTokenId", "sequence", "revisedAt", "messageId", "nextAttemptAt", "createdAt")
    SELECT p."deliveryId", p."participantId", 'INVITATION', p."roomTokenId", 0, ${issuedAt}::timestamptz,
      p."deliveryId" || '@' || ${mailHost}, ${now}::timestamptz, ${issuedAt}::timestamptz
    FROM jsonb_to_recordset(${people}::jsonb) AS p("deliveryId" uuid, "participantId" uuid, "roomTokenId" uuid)`;
}
