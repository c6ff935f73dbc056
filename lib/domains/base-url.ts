export type ReadBaseUrl =
  | {
      ok: true;
      /** `https://host[:port][/tenant]`, no trailing slash. */
      baseUrl: string;
    }
  | { ok: false; reason: string };

/** Mail clients cut links at 1,000 characters. A room's name and a token leave this many. */
const maxHostAndTenant = 97;
const tenantPath = /^(?:\/[\w.-]+)*$/;
const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** Reads `meet.example.org`, `https://meet.example.org/tenant/` and similar. */
export function readBaseUrl(text: string): ReadBaseUrl {
  const refuse = (reason: string): ReadBaseUrl => ({ ok: false, reason });
  const typed = text.trim();
  if (typed === "") return refuse("Enter the address of the Jitsi server, for example meet.example.org.");
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (/\s|\\/.test(address) || !URL.canParse(address)) {
    return refuse("This is not an address. It should look like meet.example.org or https://meet.example.org/tenant.");
  }
  const url = new URL(address);
  const host = url.hostname.replace(/\.$/, "");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && thisMachine.includes(host))) {
    return refuse("The address has to start with https://. Browsers give no camera or microphone to anything else.");
  }
  if (url.username || url.password) return refuse("Leave out the user name and password before the @ sign.");
  if (url.search || url.hash) return refuse("Leave out everything from the ? or # on.");
  const tenant = url.pathname.replace(/\/+$/, "");
  if (host === "" || !tenantPath.test(tenant)) {
    return refuse("After the host only a tenant can follow, in plain letters, digits, dots and hyphens.");
  }
  const place = `${host}${url.port && `:${url.port}`}${tenant}`;
  if (place.length > maxHostAndTenant) {
    return refuse(
      `This address has ${place.length} characters; at most ${maxHostAndTenant} keep personal links short enough for every mail program.`,
    );
  }
  return { ok: true, baseUrl: `${url.protocol}//${place}` };
}

/** `meet.example.org/tenant`, for people to read. */
export const placeOf = (baseUrl: string): string => baseUrl.replace(/^https?:\/\//, "");

export const hostNameOf = (baseUrl: string): string => new URL(baseUrl).hostname;

/** The `sub` that a server with domain verification expects: the tenant, else the XMPP domain. */
export function defaultSubject(baseUrl: string): string {
  const { hostname, pathname } = new URL(baseUrl);
  return (pathname.split("/").filter(Boolean).at(-1) ?? hostname).toLowerCase();
}
