import { type MeetingWindow, tokenWindow } from "@/lib/jitsi/room-token";

/** What the token in somebody's link says, as far as a change of the meeting can touch it. */
export type MailedLink = {
  credentialId: string;
  room: string;
  moderator: boolean;
  name: string;
  notBefore: Date;
  expiresAt: Date;
};

type Holder = { name: string; role: "MODERATOR" | "ATTENDEE" };
type Meeting = MeetingWindow & { roomName: string; credentialId: string };

/** The link that this person should have for this meeting. */
export function linkFor({ name, role }: Holder, meeting: Meeting): MailedLink {
  const { credentialId, roomName: room } = meeting;
  return { credentialId, room, moderator: role === "MODERATOR", name, ...tokenWindow(meeting) };
}

/** Whether the two say the same: then the old one is mailed again, and nobody's link changes without need. */
export function sameLink(a: MailedLink, b: MailedLink): boolean {
  return (
    a.credentialId === b.credentialId &&
    a.room === b.room &&
    a.moderator === b.moderator &&
    a.name === b.name &&
    +a.notBefore === +b.notBefore &&
    +a.expiresAt === +b.expiresAt
  );
}

/**
 * Whether a link does its job: it opens the right room with the right role early enough, is still good at the end, and
 * is signed with what the server accepts. It may open earlier or work longer than a new one would.
 */
export function linkFits(link: MailedLink, wanted: MailedLink, { endsAt }: { endsAt: Date }): boolean {
  return (
    link.credentialId === wanted.credentialId &&
    link.room === wanted.room &&
    link.moderator === wanted.moderator &&
    link.notBefore <= wanted.notBefore &&
    link.expiresAt >= endsAt
  );
}
