import { CodeBlock } from "@/app/_components/code-block";
import type { ServerSettings } from "@/lib/jitsi/server-settings";

/** What makes a Jitsi server accept the tokens, for the two ways in which it is usually installed. */
export function SettingsToPaste({ settings, host }: { settings: ServerSettings; host: string }) {
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div className="flex min-w-0 flex-col gap-3">
        <h3 className="font-semibold">Jitsi from Debian or Ubuntu packages</h3>
        <p className="text-ink-muted text-sm">
          First install <code className="font-mono">jitsi-meet-tokens</code>. Then change these lines in Prosody’s file
          for the host; where a block of that name is there already, put the lines into it and keep what else it
          enables.
        </p>
        <CodeBlock title={`/etc/prosody/conf.avail/${host}.cfg.lua`} code={settings.prosody} />
        <p className="text-ink-muted text-sm">
          Add this to Jicofo’s file, so that nobody becomes moderator only by being first. Then restart prosody, jicofo
          and jitsi-videobridge2.
        </p>
        <CodeBlock title="/etc/jitsi/jicofo/jicofo.conf" code={settings.jicofo} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <h3 className="font-semibold">Jitsi in docker</h3>
        <p className="text-ink-muted text-sm">
          Put these lines into the .env file beside docker-compose.yml, then recreate the containers.
        </p>
        <CodeBlock title=".env of docker-jitsi-meet" code={settings.docker} />
      </div>
    </div>
  );
}
