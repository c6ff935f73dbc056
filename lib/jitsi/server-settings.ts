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

export function serverSettings(facts: ServerFacts): ServerSettings {
  return { prosody: prosodySettings(facts), jicofo: jicofoSettings, docker: dockerSettings(facts) };
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
