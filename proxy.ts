import { type NextRequest, NextResponse } from "next/server";
import { unknownLinkPage } from "@/app/(guest)/unknown-link";
import { isForeignWrite, ownHost } from "@/lib/foreign-write";
import { answerKey, participantOf } from "@/lib/links/answer-link";
import { browserLocale } from "@/lib/locale";
import { runtime } from "@/lib/runtime";
import { type Surface, securityHeaders } from "@/lib/security-headers";

const ANSWER_LINK = /^\/rsvp\/([^/]*)$/;
const MAIL_BODY = /^\/(local-mail\/[^/]+|meetings\/[^/]+\/people\/[^/]+)\/html$/;

export function proxy(request: NextRequest) {
  if (isForeignWrite(request)) return new NextResponse("Forbidden\n", { status: 403 });
  const surface: Surface = MAIL_BODY.test(request.nextUrl.pathname) ? "mail" : "page";
  const https = isHttps(request);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const headers = securityHeaders({
    surface,
    nonce,
    https,
    development: process.env.NODE_ENV === "development",
  });
  // Our own, never the caller's: an ID that a stranger chooses could be made to look like somebody else's log line.
  const requestId = crypto.randomUUID();

  const forwarded = new Headers(request.headers);
  forwarded.set("x-request-id", requestId);
  // Where somebody goes back to after signing in (lib/auth.ts).
  forwarded.set("x-latchkey-path", wantedPath(request));
  const origin = sameOrigin(request, https ? "https" : "http");
  if (origin) forwarded.set("origin", origin);
  // Next.js reads the nonce for its script tags from the policy in the request.
  forwarded.set("content-security-policy", headers["Content-Security-Policy"]!);

  const response = isUnknownLink(request)
    ? unknownLink(request, nonce)
    : NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.set("x-request-id", requestId);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/** Decided by the token alone, without the database. */
function isUnknownLink({ nextUrl }: NextRequest): boolean {
  const token = ANSWER_LINK.exec(nextUrl.pathname)?.[1];
  return token !== undefined && participantOf(token, answerKey(runtime().appSecret)) === null;
}

function unknownLink({ headers }: NextRequest, nonce: string): NextResponse {
  const html = unknownLinkPage(browserLocale(headers.get("accept-language")), nonce);
  return new NextResponse(html, { status: 404, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** `_rsc` is Next's own, for a page that its router loads. */
function wantedPath({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
}

/**
 * Under `Referrer-Policy: no-referrer` a form that is sent without scripts says `Origin: null`, and a server action
 * refuses it as foreign. `Sec-Fetch-Site` tells the truth: no page can set it, and a sandboxed frame is cross-site.
 */
function sameOrigin({ headers }: NextRequest, scheme: string): string | undefined {
  const ours = headers.get("origin") === "null" && headers.get("sec-fetch-site") === "same-origin";
  const host = ownHost(headers);
  return ours && host ? `${scheme}://${host}` : undefined;
}

function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}

export const config = {
  // Built files carry a hash in their name and may be kept; everything else is personal.
  matcher: "/((?!_next/static/).*)",
};
