export type ReadEmail = { ok: true; email: string } | { ok: false; reason: string };

/** What a `mailto:` address in a calendar entry carries unescaped (RFC 6068). */
const LOCAL_CHARACTERS = /^[a-z0-9!$'*+/_~.-]+$/;
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Lower case, the domain in punycode. Refuses quoted local parts, comments and IP literals: calendars and mail servers
 * disagree about them.
 */
export function readEmail(text: string): ReadEmail {
  const address = text.trim().toLowerCase();
  const refuse = (reason: string): ReadEmail => ({ ok: false, reason });
  const [local, domain, ...more] = address.split("@", 3);
  if (domain === undefined) return refuse("This has no email address");
  if (more.length > 0) return refuse("The address has more than one @ sign");
  if (!local) return refuse("There is nothing before the @ sign");
  if (domain === "") return refuse("There is nothing after the @ sign");
  if (address.length > 254 || local.length > 64) return refuse("The address is too long");
  if (/[^\x00-\x7f]/.test(local)) return refuse("Only plain letters (a to z) can be used before the @ sign");
  if (!LOCAL_CHARACTERS.test(local)) return refuse("There is a character before the @ sign that addresses cannot have");
  if (/^\.|\.\.|\.$/.test(local)) return refuse("There is a dot in a wrong place before the @ sign");
  const host = hostName(domain);
  if (host === null) return refuse("The part after the @ sign is not a domain name such as example.org");
  const email = `${local}@${host}`;
  return email.length > 254 ? refuse("The address is too long") : { ok: true, email };
}

export function normaliseEmail(text: string): string | null {
  const read = readEmail(text);
  return read.ok ? read.email : null;
}

export function isEmailAddress(text: string): boolean {
  return readEmail(text).ok;
}

/** `new URL` knows punycode. Characters with a meaning in a URL must not reach it. */
function hostName(domain: string): string | null {
  if (/[\s\x00-\x20/\\?#:%@[\]<>"']/.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return HOST_NAME.test(hostname) ? hostname : null;
}
