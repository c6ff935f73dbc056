import { base64url } from "jose";

export type ServerFacts = {
  /** The XMPP domain: on Debian the public host name. */
  host: string;
  appId: string;
  /** Null once it is sealed: a placeholder is shown. */
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

/** 256 random bits in letters that Lua, debconf, sed and docker leave alone. */
export function newAppSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

export function appSecretProblem(secret: string): string | null {
  if (new TextEncoder().encode(secret).length < secretBytes)
    return `An app secret needs at least ${secretBytes} characters: a shorter one can be guessed from any link you send.`;
  if (new Set(secret).size < minDistinctLetters)
    return "This app secret repeats itself too much and can be guessed. Let Latchkey make one.";
  return lettersProblem("app secret", secret);
}

export function appIdProblem(appId: string): string | null {
  if (appId === "") return "Enter the app ID that the Jitsi server knows, for example latchkey.";
  if (appId.length > maxAppIdLength) return `An app ID has at most ${maxAppIdLength} characters.`;
  // Docker splits JWT_ACCEPTED_ISSUERS at commas, and "*" there would accept every app ID.
  if (/[,*]/.test(appId)) return "An app ID cannot contain a comma or an asterisk.";
  return lettersProblem("app ID", appId);
}

/** For Debian: /etc/prosody/conf.avail/<host>.cfg.lua, after `apt-get install jitsi-meet-tokens`. */
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

/** For Debian: /etc/jitsi/jicofo/jicofo.conf. Left alone, jicofo makes the first to arrive a moderator. */
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

/** Debian's sed refuses / \ " ' ` and repeats the line for &. Docker reads $ as a variable. */
function lettersProblem(what: string, text: string): string | null {
  if (/\s/.test(text)) return `The ${what} contains a space or a line break. Was it copied whole?`;
  if (!/^[\x21-\x7e]*$/.test(text)) return `The ${what} may contain only plain letters, digits and signs.`;
  const sign = /[/\\"'`$&]/.exec(text)?.[0];
  return sign ? `The ${what} contains ${sign}, which Jitsi's own set-up cannot carry.` : null;
}
