import { SignJWT } from "jose";
import { isRoomName } from "@/lib/jitsi/room-name";
import { type Algorithm, signatureByteLength } from "@/lib/jitsi/signing-algorithm";
import { cleanLine } from "@/lib/text";

export type RoomTokenFacts = {
  jti: string;
  room: string;
  moderator: boolean;
  issuedAt: Date;
  notBefore: Date;
  expiresAt: Date;
  issuer: string;
  audience: string;
  /** The XMPP domain, the tenant, or `*`. */
  subject: string;
  user: { id: string; name: string; email: string; avatarUrl: string | null };
};

type Claims = Record<string, unknown>;
type ShownUser = { name?: string; email?: string; avatar?: string };

/** Mail clients cut links at 1,000 characters. This limit leaves 97 for host and tenant (lib/domains/base-url.ts). */
const maxTokenLength = 860;
const maxNameBytes = 120;
const minNameBytes = 40;

export type Signature = { algorithm: Algorithm; keyId: string | null };
const hmac: Signature = { algorithm: "HS256", keyId: null };

// Servers accept whole seconds, a string as audience and no empty keys.
// Prosody never answers when a text in `context.user` has a control character.
export function roomTokenClaims(facts: RoomTokenFacts, signature: Signature = hmac, signatureBytes = 32): Claims {
  if (!isRoomName(facts.room)) throw new RangeError("A room's name has 1 to 64 of a-z, 0-9 and hyphen");
  const name = shortenName(cleanLine(facts.user.name), maxNameBytes);
  const email = cleanLine(facts.user.email);
  const avatar = pictureUrl(facts.user.avatarUrl);
  // A link that is too long loses the picture, then the address, then the end of the name.
  const choices: ShownUser[] = [{ name, email, avatar }, { name, email }, { name }];
  for (const choice of choices) {
    const claims = claimsFor(facts, choice);
    if (tokenLength(headerOf(signature), claims, signatureBytes) <= maxTokenLength) return claims;
  }
  return claimsFor(facts, { name: shortenName(name, minNameBytes) });
}

/** HMAC and RSA PKCS#1 v1.5 have no random part, so a retried mail carries the same token. */
export async function signRoomToken(
  facts: RoomTokenFacts,
  key: CryptoKey,
  signature: Signature = hmac,
): Promise<string> {
  const claims = roomTokenClaims(facts, signature, signatureByteLength(key));
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
        // jitsi-contrib's token_lobby_bypass reads it. Without it the lobby holds moderators too.
        ...(moderator && { lobby_bypass: true }),
      },
    },
    // Only the older plug-in token_moderation reads it.
    moderator,
  };
}

function seconds(date: Date): number {
  const value = Math.floor(date.getTime() / 1000);
  // A token without a number in `exp` would never end.
  if (Number.isNaN(value)) throw new RangeError("A room token needs valid dates");
  return value;
}

function pictureUrl(url: string | null): string | undefined {
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : undefined;
}

/** Cuts a name to `bytes` of UTF-8, between graphemes. */
export function shortenName(name: string, bytes: number): string {
  if (Buffer.byteLength(name) <= bytes) return name;
  let short = "";
  let left = bytes - Buffer.byteLength("…");
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

function tokenLength(header: object, claims: Claims, signatureBytes: number): number {
  const [headerBytes, claimBytes] = [header, claims].map((part) => Buffer.byteLength(JSON.stringify(part)));
  return [headerBytes!, claimBytes!, signatureBytes].reduce((sum, bytes) => sum + Math.ceil((bytes * 4) / 3), 2);
}
