import { base64url } from "jose";
import type { InputError, PlainCode } from "@/lib/input-error";

export type ServerFacts = {
  /** The XMPP domain. On Debian it is the public host name. */
  host: string;
  appId: string;
  secret: string | null;
  audience: string;
  subject: string;
};

export type ServerSettings = { prosody: string; jicofo: string; docker: string };

const secretPlaceholder = "PASTE-THE-APP-SECRET-HERE";

/** RFC 7518 §3.2. A shorter key can be guessed from one mailed token. */
const secretBytes = 32;
const minDistinctLetters = 10;
const maxAppIdLength = 64;

export function serverSettings(facts: ServerFacts): ServerSettings {
  return { prosody: prosodySettings(facts), jicofo: jicofoSettings, docker: dockerSettings(facts) };
}

/** 256 random bits in letters that Lua, debconf, sed and docker do not change. */
export function newAppSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

export function appSecretError(secret: string): PlainCode | null {
  if (new TextEncoder().encode(secret).length < secretBytes) return "secret-too-short";
  if (new Set(secret).size < minDistinctLetters) return "secret-repeats";
  const fault = letterFault(secret);
  return fault && `secret-${fault.kind}`;
}

export const appIdError = (appId: string): InputError | null =>
  appId === "" ? { code: "app-id-missing" } : nameError("app-id", appId);

export const audienceError = (audience: string): InputError | null => nameError("audience", audience);

function nameError(what: "app-id" | "audience", name: string): InputError | null {
  if (name.length > maxAppIdLength) return { code: `${what}-too-long`, most: maxAppIdLength };
  // Docker splits JWT_ACCEPTED_ISSUERS at commas, and "*" there would accept every app ID.
  if (/[,*]/.test(name)) return { code: `${what}-comma` };
  const fault = letterFault(name);
  if (fault?.kind === "sign") return { code: `${what}-sign`, sign: fault.sign };
  return fault && { code: `${what}-${fault.kind}` };
}

/** Debian: /etc/prosody/conf.avail/<host>.cfg.lua, after `apt-get install jitsi-meet-tokens`. */
function prosodySettings({ host, appId, secret, audience, subject }: ServerFacts): string {
  return `VirtualHost ${lua(host)}
    authentication = "token"
    app_id = ${lua(appId)}
    app_secret = ${lua(secret ?? secretPlaceholder)}
    asap_accepted_issuers = { ${lua(appId)} }
    asap_accepted_audiences = { ${lua(audience)} }
    allow_empty_token = false
    enable_domain_verification = true -- sub = ${lua(subject)}

Component ${lua(`conference.${host}`)} "muc"
    -- token_affiliation makes the token's owners moderators; it is bundled since mid-2026, before that jitsi-contrib has it
    modules_enabled = { "token_verification"; "token_affiliation" }
    wait_for_host_disable_auto_owners = true
`;
}

/** For Debian: /etc/jitsi/jicofo/jicofo.conf. By default jicofo makes the first person a moderator. */
const jicofoSettings = `jicofo {
  conference { enable-auto-owner = false }
  authentication { enabled = false }
}
`;

/** For docker-jitsi-meet: .env. Domain verification stays off: the XMPP domain (meet.jitsi) is not the public one. */
function dockerSettings({ appId, secret, audience }: ServerFacts): string {
  return `ENABLE_AUTH=1
ENABLE_GUESTS=0
AUTH_TYPE=jwt
JWT_APP_ID=${line(appId)}
JWT_APP_SECRET=${line(secret ?? secretPlaceholder)}
JWT_ACCEPTED_ISSUERS=${line(appId)}
JWT_ACCEPTED_AUDIENCES=${line(audience)}
JWT_SIGN_TYPE=HS256
JWT_ALLOW_EMPTY=0
JWT_ENABLE_DOMAIN_VERIFICATION=0
XMPP_MUC_MODULES=token_affiliation
JICOFO_ENABLE_AUTH=0
ENABLE_AUTO_OWNER=0
WAIT_FOR_HOST_DISABLE_AUTO_OWNERS=1
`;
}

function lua(text: string): string {
  return `"${line(text).replace(/[\\"]/g, "\\$&")}"`;
}

function line(text: string): string {
  return text.replace(/\p{Cc}/gu, "");
}

// The text is pasted unescaped into a Lua string and a docker .env. Debian's package puts it through sed: it refuses
// / \ " ' ` itself, and & would repeat the replaced line. Docker reads $ as a variable.
function letterFault(text: string): { kind: "space" | "not-ascii" } | { kind: "sign"; sign: string } | null {
  if (/\s/.test(text)) return { kind: "space" };
  if (!/^[\x21-\x7e]*$/.test(text)) return { kind: "not-ascii" };
  const sign = /[/\\"'`$&]/.exec(text)?.[0];
  return sign ? { kind: "sign", sign } : null;
}
