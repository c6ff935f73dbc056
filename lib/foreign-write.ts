/** The host that browsers use. A proxy in front names it. */
export const ownHost = (headers: Headers): string | null =>
  headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");

/**
 * Whether another site sends this change. Every browser sends one of the two headers. A request without both is from no
 * browser. Next.js checks only server actions, and answers 500.
 */
export function isForeignWrite({ method, headers }: { method: string; headers: Headers }): boolean {
  if (method === "GET" || method === "HEAD") return false;
  const site = headers.get("sec-fetch-site") ?? "none";
  if (site === "cross-site" || site === "same-site") return true;
  const origin = headers.get("origin");
  // A form without scripts sends this under our policy (proxy.ts). The other header decides then.
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
