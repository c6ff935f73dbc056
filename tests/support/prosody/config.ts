import { serverSettings } from "@/lib/jitsi/server-settings";

export type ProsodyFacts = { domain: string; appId: string; appSecret: string; audience: string };

/** A frame without certificates or open ports, around the very lines that an admin is told to paste. */
export function prosodyConfig(facts: ProsodyFacts, { folder, port }: { folder: string; port: number }): string {
  const { domain, appId, appSecret, audience } = facts;
  const pasted = serverSettings({ host: domain, appId, secret: appSecret, audience, subject: domain }).prosody;
  return `data_path = "${folder}/data"
plugin_paths = { "${folder}/plugins" }
log = { { levels = { min = "info" }, to = "console" } }
modules_enabled = { "saslauth"; "bosh"; "presence_identity"; "posix"; "report_start" }
modules_disabled = { "c2s"; "s2s"; "offline" }
storage = "memory"
http_interfaces = { "127.0.0.1" }
http_ports = { ${port} }
https_ports = { }
http_default_host = "${domain}"
consider_bosh_secure = true

${pasted}
    muc_room_locking = false
`;
}
