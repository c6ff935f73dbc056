import type { PlainCode } from "@/lib/input-error";

export type ReadEmail = { ok: true; email: string } | { ok: false; reason: EmailFault };

export type EmailFault = Extract<PlainCode, `email-${string}`>;

/** Characters that need no escape in a `mailto:` URI (RFC 6068). */
const LOCAL_CHARACTERS = /^[a-z0-9!$'*+/_~.-]+$/;
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Lower case, with the domain in punycode.
 * Calendars and mail servers disagree about quoted local parts, comments and IP literals, so these are refused.
 */
export function readEmail(text: string): ReadEmail {
  const address = text.trim().toLowerCase();
  const refuse = (reason: EmailFault): ReadEmail => ({ ok: false, reason });
  const [local, domain, ...more] = address.split("@", 3);
  if (domain === undefined) return refuse("email-missing");
  if (more.length > 0) return refuse("email-several-at");
  if (!local) return refuse("email-nothing-before-at");
  if (domain === "") return refuse("email-nothing-after-at");
  if (address.length > 254 || local.length > 64) return refuse("email-too-long");
  if (/[^\x00-\x7f]/.test(local)) return refuse("email-not-ascii");
  if (!LOCAL_CHARACTERS.test(local)) return refuse("email-bad-character");
  if (/^\.|\.\.|\.$/.test(local)) return refuse("email-bad-dot");
  const host = hostName(domain);
  if (host === null) return refuse("email-bad-domain");
  const email = `${local}@${host}`;
  return email.length > 254 ? refuse("email-too-long") : { ok: true, email };
}

/** `new URL` writes punycode. Characters with a meaning in a URL must not reach it. */
function hostName(domain: string): string | null {
  if (/[\s\x00-\x20/\\?#:%@[\]<>"']/.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return HOST_NAME.test(hostname) ? hostname : null;
}
