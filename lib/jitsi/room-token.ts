import { SignJWT } from "jose";
import { isRoomName } from "@/lib/jitsi/room-name";
import { shortenName } from "@/lib/jitsi/shorten-name";
import { type Algorithm, signatureLength } from "@/lib/jitsi/signing-algorithm";
import { cleanLine } from "@/lib/text";

export type RoomTokenFacts = {
  jti: string;
  room: string;
  moderator: boolean;
  issuedAt: Date;
  notBefore: Date;
  expiresAt: Date;
  /** The credential's app ID. */
  issuer: string;
  audience: string;
  /** The XMPP domain, the tenant, or `*`. */
  subject: string;
  user: { id: string; name: string; email: string; avatarUrl: string | null };
};

export type MeetingWindow = { startsAt: Date; endsAt: Date; opensBeforeMinutes: number; closesAfterMinutes: number };

type Claims = Record<string, unknown>;
type ShownUser = { name?: string; email?: string; avatar?: string };

const minuteMs = 60_000;
/** Prosody allows no clock skew (RFC 7519 §4.1.5 leaves leeway to the verifier), so the opening is set back by a minute. */
export const clockSkewMs = minuteMs;
/** A token that is used at once meets the skew every time. Servers were seen more than a minute behind. */
const joinMarginMs = 5 * minuteMs;

/** Mail clients cut long links. 860 of 1,000 characters leave 97 for host and tenant beside one of our room names. */
const longestToken = 860;
const longestNameInBytes = 120;
const shortestNameInBytes = 40;

/** How a token is signed, as the credential's row says it. */
export type Signature = { algorithm: Algorithm; keyId: string | null };
const hmac: Signature = { algorithm: "HS256", keyId: null };

/**
 * What the token says, in the shape that real servers were seen to accept: whole seconds, a string audience, no empty keys.
 * Texts are cleaned: Prosody leaves the client without any answer when one in `context.user` holds a control character.
 * When it would make the link too long, the picture is left out first, then the address, and last the name is shortened.
 * Throws on a room that no URL could carry and on an invalid date: a token without a number in `exp` would never end.
 */
export function roomTokenClaims(facts: RoomTokenFacts, signature: Signature = hmac, signatureBytes = 32): Claims {
  if (!isRoomName(facts.room)) throw new RangeError("A room's name has 1 to 64 of a-z, 0-9 and hyphen");
  const name = shortenName(cleanLine(facts.user.name), longestNameInBytes);
  const email = cleanLine(facts.user.email);
  const avatar = pictureUrl(facts.user.avatarUrl);
  const choices: ShownUser[] = [{ name, email, avatar }, { name, email }, { name }];
  for (const choice of choices) {
    const claims = claimsFor(facts, choice);
    if (tokenLength(headerOf(signature), claims, signatureBytes) <= longestToken) return claims;
  }
  return claimsFor(facts, { name: shortenName(name, shortestNameInBytes) });
}

/**
 * When a meeting's tokens are accepted. The end counts at connecting only: who is in the room stays, but who loses
 * the connection after it cannot come back, so it has to cover a meeting that runs over.
 */
export function tokenWindow({ startsAt, endsAt, opensBeforeMinutes, closesAfterMinutes }: MeetingWindow) {
  return {
    notBefore: new Date(startsAt.getTime() - opensBeforeMinutes * minuteMs - clockSkewMs),
    expiresAt: new Date(endsAt.getTime() + closesAfterMinutes * minuteMs),
  };
}

/** When a token is accepted that is minted at the click: from five minutes ago until the meeting's links close. */
export function joinWindow(meeting: MeetingWindow, now: Date) {
  return { notBefore: new Date(now.getTime() - joinMarginMs), expiresAt: tokenWindow(meeting).expiresAt };
}

/**
 * Signs with HMAC or RSA PKCS#1 v1.5. Neither has a random part: the same facts and key give the same token, so a retried
 * mail is the same.
 */
export async function signRoomToken(
  facts: RoomTokenFacts,
  key: CryptoKey,
  signature: Signature = hmac,
): Promise<string> {
  const claims = roomTokenClaims(facts, signature, signatureLength(key));
  return new SignJWT(claims).setProtectedHeader(headerOf(signature)).sign(key);
}

const headerOf = ({ algorithm, keyId }: Signature) => ({ alg: algorithm, typ: "JWT", ...(keyId && { kid: keyId }) });

function claimsFor(facts: RoomTokenFacts, { name, email, avatar }: ShownUser): Claims {
  const { moderator } = facts;
  return {
    iss: facts.issuer,
    aud: facts.audience,
    sub: facts.subject,
    room: facts.room,
    iat: seconds(facts.issuedAt),
    nbf: seconds(facts.notBefore),
    exp: seconds(facts.expiresAt),
    jti: facts.jti,
    context: {
      user: {
        id: cleanLine(facts.user.id),
        ...(name && { name }),
        ...(email && { email }),
        ...(avatar && { avatar }),
        moderator,
        affiliation: moderator ? "owner" : "member",
      },
    },
    // Read by the older token_moderation plug-in only.
    moderator,
  };
}

function seconds(date: Date): number {
  const value = Math.floor(date.getTime() / 1000);
  if (Number.isNaN(value)) throw new RangeError("A room token needs valid dates");
  return value;
}

function pictureUrl(url: string | null): string | undefined {
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : undefined;
}

function tokenLength(header: object, claims: Claims, signatureBytes: number): number {
  const [headerBytes, claimBytes] = [header, claims].map((part) => Buffer.byteLength(JSON.stringify(part)));
  return [headerBytes!, claimBytes!, signatureBytes].reduce((sum, bytes) => sum + Math.ceil((bytes * 4) / 3), 2);
}
