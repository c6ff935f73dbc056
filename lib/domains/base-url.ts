import type { InputError } from "@/lib/input-error";

export type ReadBaseUrl =
  | {
      ok: true;
      /** `https://host[:port][/tenant]`, no trailing slash. */
      baseUrl: string;
    }
  | { ok: false; error: InputError };

/** Characters that room name and token leave: mail clients cut links at 1,000. */
const maxHostAndTenant = 97;
const tenantPath = /^(?:\/[\w-]+)*$/;
const thisMachine = ["localhost", "127.0.0.1"];
/** They accept only the tokens of those who run them. */
const publicServices = /^(?:meet\.jit\.si|jaas\.8x8\.vc|(?:.+\.)?jitsi\.net)$/;

/** Reads `meet.example.org`, `https://meet.example.org/tenant/` and similar. */
export function readBaseUrl(text: string): ReadBaseUrl {
  const refuse = (error: InputError): ReadBaseUrl => ({ ok: false, error });
  const typed = text.trim();
  if (typed === "") return refuse({ code: "url-missing" });
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (/\s|\\/.test(address) || !URL.canParse(address)) {
    return refuse({ code: "url-not-an-address" });
  }
  const url = new URL(address);
  const host = url.hostname.replace(/\.$/, "");
  if (host.startsWith("[")) return refuse({ code: "url-ipv6" });
  if (publicServices.test(host)) return refuse({ code: "url-public-service", host });
  if (url.protocol !== "https:" && !(url.protocol === "http:" && thisMachine.includes(host))) {
    return refuse({ code: "url-not-https" });
  }
  if (url.username || url.password) return refuse({ code: "url-with-password" });
  if (url.search || url.hash) return refuse({ code: "url-with-query" });
  const tenant = url.pathname.replace(/\/+$/, "");
  if (host === "" || !tenantPath.test(tenant)) {
    return refuse({ code: tenant.includes(".") ? "url-tenant-dot" : "url-bad-tenant" });
  }
  const place = `${host}${url.port && `:${url.port}`}${tenant}`;
  if (place.length > maxHostAndTenant) {
    return refuse({ code: "url-too-long", length: place.length, most: maxHostAndTenant });
  }
  return { ok: true, baseUrl: `${url.protocol}//${place}` };
}

/** `meet.example.org/tenant` */
export const placeOf = (baseUrl: string): string => baseUrl.replace(/^https?:\/\//, "");

export const hostNameOf = (baseUrl: string): string => new URL(baseUrl).hostname;

/** With domain verification, a server expects the tenant as `sub`, or else the XMPP domain. */
export function defaultSubject(baseUrl: string): string {
  const { hostname, pathname } = new URL(baseUrl);
  return (pathname.split("/").filter(Boolean).at(-1) ?? hostname).toLowerCase();
}
