import { decodeJwt, decodeProtectedHeader } from "jose";
import { isRoomName } from "@/lib/jitsi/room-name";

export type DescribedToken = { header: Record<string, unknown>; claims: Record<string, unknown> };

/** Outlook cuts a link at about 1,024 characters, and a cut token opens nothing. */
export const maxLinkLength = 999;

type RoomUrl = {
  baseUrl: string;
  room: string;
  token: string;
  /** What Jitsi shows instead of the room's letters. Left out if the link would be too long. */
  title: string;
};

export function roomUrl({ baseUrl, room, token, title }: RoomUrl): string {
  const base = new URL(baseUrl);
  if (!/^https?:$/.test(base.protocol)) throw new TypeError("A Jitsi domain's URL starts with https:// or http://");
  if (!isRoomName(room)) throw new RangeError("A room's name has 1 to 64 of a-z, 0-9 and hyphen");
  const tenant = base.pathname.replace(/\/+$/, "");
  const link = `${base.origin}${tenant}/${room}?jwt=${encodeURIComponent(token)}`;
  // Jitsi reads settings of the fragment as JSON. Browsers send no fragment to the server.
  const titled = `${link}#config.subject=${encodeForMail(JSON.stringify(title))}`;
  return titled.length <= maxLinkLength ? titled : link;
}

/** Mail programs end a link at an apostrophe or a parenthesis, which encodeURIComponent leaves. */
const encodeForMail = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The signature is NOT checked. Null when it is no token. */
export function describeToken(token: string): DescribedToken | null {
  try {
    return { header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token) };
  } catch (error) {
    if (error instanceof TypeError || (error as { code?: string }).code === "ERR_JWT_INVALID") return null;
    throw error;
  }
}
