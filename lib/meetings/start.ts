import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import { newId, wholeSecond } from "@/lib/ids";
import { personalLink } from "@/lib/links/personal-link";
import { joinWindow } from "@/lib/links/token-window";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";
import { readOccurrence, withTime } from "@/lib/occurrences/only-occurrence";

export type StartResult =
  | { ok: true; url: string }
  | { ok: false; reason: "not-found" | "cancelled" | "over" | "domain-not-usable" };

/**
 * A fresh moderator link for the organiser, good from now until the meeting's links close.
 * The mailed one may be on another device, or signed with a replaced credential.
 */
export async function startMeeting(
  db: Database,
  keys: SigningKeys,
  { meetingId, viewer, now }: { meetingId: string; viewer: MeetingViewer; now: Date },
): Promise<StartResult> {
  const meeting = await db.prisma.meeting.findFirst({
    where: { id: meetingId, ...visibleTo(viewer) },
    include: {
      occurrences: readOccurrence,
      domain: { include: { credentials: { where: { state: "ACTIVE" } } } },
      participants: { where: { isOrganiser: true }, include: { user: true } },
    },
  });
  const participant = meeting?.participants[0];
  if (!meeting || !participant) return { ok: false, reason: "not-found" };
  if (meeting.status === "CANCELLED") return { ok: false, reason: "cancelled" };
  const issuedAt = wholeSecond(now);
  const window = joinWindow(withTime(meeting), issuedAt);
  if (now >= window.expiresAt) return { ok: false, reason: "over" };
  const credential = meeting.domain.credentials[0];
  if (!credential) return { ok: false, reason: "domain-not-usable" };

  const { baseUrl, subject, audience } = meeting.domain;
  const token = await db.prisma.roomToken.create({
    data: {
      id: newId(),
      participantId: participant.id,
      credentialId: credential.id,
      baseUrl,
      subject,
      audience,
      purpose: "JOIN",
      room: meeting.roomName,
      moderator: true,
      name: participant.name,
      issuedAt,
      ...window,
    },
  });
  const url = await personalLink({ ...token, credential }, participant, meeting.title, keys);
  return { ok: true, url };
}
