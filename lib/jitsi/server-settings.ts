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
const maxNameBytes = 64;

export function serverSettings(facts: ServerFacts): ServerSettings {
  return { prosody: prosodySettings(facts), jicofo: jicofoSettings, docker: dockerSettings(facts) };
}

/** 256 random bits in letters that Lua, debconf, sed and docker do not change. */
export function newAppSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

/** An existing secret is taken as it is: Jitsi compares bytes. */
export function appSecretError(secret: string): PlainCode | null {
  const fault = pasteFault(secret);
  if (fault) return `secret-${fault}`;
  if (Buffer.byteLength(secret) < secretBytes) return "secret-too-short";
  return new Set(secret).size < minDistinctLetters ? "secret-repeats" : null;
}

export const appIdError = (appId: string): InputError | null =>
  appId === "" ? { code: "app-id-missing" } : nameError("app-id", appId);

export const audienceError = (audience: string): InputError | null => nameError("audience", audience);

function nameError(what: "app-id" | "audience", name: string): InputError | null {
  const fault = pasteFault(name);
  if (fault) return { code: `${what}-${fault}` };
  // As it stands in the token, which must not make links too long.
  if (Buffer.byteLength(JSON.stringify(name)) - 2 > maxNameBytes)
    return { code: `${what}-too-long`, most: maxNameBytes };
  // Docker splits JWT_ACCEPTED_ISSUERS at commas, and "*" there would accept every app ID.
  return /[,*]/.test(name) ? { code: `${what}-comma` } : null;
}

/** What was pasted instead of a value, or what no configuration file carries. */
function pasteFault(text: string): "token" | "setting" | "invisible" | null {
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return "token";
  if (/^(?:export\s+)?(?:JWT_[A-Z_]+|app_id|app_secret|asap_\w+)\s*[=:]/.test(text)) return "setting";
  return /[^\P{C}]|[^\P{Z} ]/u.test(text) ? "invisible" : null;
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
JWT_APP_ID=${env(appId)}
JWT_APP_SECRET=${env(secret ?? secretPlaceholder)}
JWT_ACCEPTED_ISSUERS=${env(appId)}
JWT_ACCEPTED_AUDIENCES=${env(audience)}
JWT_SIGN_TYPE=HS256
JWT_ALLOW_EMPTY=0
JWT_ENABLE_DOMAIN_VERIFICATION=0
XMPP_MUC_MODULES=token_affiliation
JICOFO_ENABLE_AUTH=0
ENABLE_AUTO_OWNER=0
WAIT_FOR_HOST_DISABLE_AUTO_OWNERS=1
`;
}

const lua = (text: string): string => `"${inLua(text)}"`;

const inLua = (text: string): string => text.replace(/\p{Cc}/gu, "").replace(/[\\"]/g, "\\$&");

/** docker-jitsi-meet puts the value between quotes into a Lua file. Without quotes here, docker would replace `$name`. */
const env = (text: string): string => {
  const value = inLua(text);
  return /^[\w.:/+=-]*$/.test(value) ? value : `'${value.replaceAll("'", "\\'")}'`;
};
