/** Where a Jitsi deployment is reached, or in plain words why that address cannot be used. */
export type ReadBaseUrl =
  | {
      ok: true;
      /** `https://host[:port][/tenant]`, no trailing slash. */
      baseUrl: string;
    }
  | { ok: false; reason: string };

/** Mail clients cut links at 1,000 characters; a room's name and a token leave this many for host and tenant. */
const longestHostAndTenant = 97;
const tenantPath = /^(?:\/[\w.-]+)*$/;
const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** Takes `meet.example.org`, `https://meet.example.org/tenant/` and what people paste between the two. */
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
  if (place.length > longestHostAndTenant) {
    return refuse(
      `This address has ${place.length} characters; at most ${longestHostAndTenant} keep personal links short enough for every mail program.`,
    );
  }
  return { ok: true, baseUrl: `${url.protocol}//${place}` };
}

/** `meet.example.org` or `meet.example.org/tenant`, for people to read. */
export const placeOf = (baseUrl: string): string => baseUrl.replace(/^https?:\/\//, "");

export const hostOf = (baseUrl: string): string => new URL(baseUrl).hostname;

/** What a server with domain verification expects as `sub`: the tenant where there is one, otherwise the XMPP domain. */
export function defaultSubject(baseUrl: string): string {
  const { hostname, pathname } = new URL(baseUrl);
  return (pathname.split("/").filter(Boolean).at(-1) ?? hostname).toLowerCase();
}
