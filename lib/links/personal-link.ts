import type { SigningKeys } from "@/lib/credentials/signing-key";
import { type Signature, signRoomToken } from "@/lib/jitsi/room-token";
import { roomUrl } from "@/lib/jitsi/room-url";

type TokenRow = {
  id: string;
  baseUrl: string;
  subject: string;
  audience: string;
  room: string;
  moderator: boolean;
  name: string;
  issuedAt: Date;
  notBefore: Date;
  expiresAt: Date;
  credential: Signature & { id: string; issuer: string; sealedSecret: string };
};
type Owner = { id: string; email: string; user: { pictureUrl: string | null } | null };

export async function personalLink(
  { credential, name, baseUrl, ...token }: TokenRow,
  owner: Owner,
  title: string,
  keys: Pick<SigningKeys, "get">,
): Promise<string> {
  const facts = {
    ...token,
    jti: token.id,
    issuer: credential.issuer,
    // Everybody in the room sees the name, so it never shows the whole address.
    user: {
      id: owner.id,
      name: name || owner.email.split("@")[0]!,
      email: owner.email,
      avatarUrl: owner.user?.pictureUrl ?? null,
    },
  };
  const signed = await signRoomToken(facts, await keys.get(credential), credential);
  return roomUrl({ baseUrl, room: token.room, token: signed, title });
}
