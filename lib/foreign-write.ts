/** What browsers call us by: a proxy in front says so. */
export const ownHost = (headers: Headers): string | null =>
  headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");

/**
 * Nothing on another site may change anything here. A browser says in one of two headers where a request comes from; one
 * that says neither is none, and has no session that it did not bring itself. Next.js looks at the origin of server actions
 * as well, and answers what it does not like as if it had failed.
 */
export function isForeignWrite({ method, headers }: { method: string; headers: Headers }): boolean {
  if (method === "GET" || method === "HEAD") return false;
  const site = headers.get("sec-fetch-site") ?? "none";
  if (site === "cross-site" || site === "same-site") return true;
  const origin = headers.get("origin");
  // What a form without scripts says under our policy; then the other header has to tell (proxy.ts).
  if (origin === "null") return site !== "same-origin";
  return origin !== null && !isOwnOrigin(origin, headers);
}

/** Stricter, for what only a page of ours may ask for: a request that says nothing of where it comes from is refused too. */
export function isFromOwnPage(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && isOwnOrigin(origin, headers);
}

const isOwnOrigin = (origin: string, headers: Headers): boolean =>
  URL.canParse(origin) && new URL(origin).host === ownHost(headers);
