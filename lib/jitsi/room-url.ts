import { decodeJwt, decodeProtectedHeader } from "jose";
import { isRoomName } from "@/lib/jitsi/room-name";

export type DescribedToken = { header: Record<string, unknown>; claims: Record<string, unknown> };

export function roomUrl({ baseUrl, room, token }: { baseUrl: string; room: string; token: string }): string {
  const base = new URL(baseUrl);
  if (!/^https?:$/.test(base.protocol)) throw new TypeError("A Jitsi domain's URL starts with https:// or http://");
  if (!isRoomName(room)) throw new RangeError("A room's name has 1 to 64 of a-z, 0-9 and hyphen");
  const tenant = base.pathname.replace(/\/+$/, "");
  return `${base.origin}${tenant}/${room}?jwt=${encodeURIComponent(token)}`;
}

/** The signature is NOT checked. Null when it is no token. */
export function describeToken(token: string): DescribedToken | null {
  try {
    return { header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token) };
  } catch (error) {
    if (error instanceof TypeError || (error as { code?: string }).code === "ERR_JWT_INVALID") return null;
    throw error;
  }
}
