import { CodeBlock } from "@/app/_components/code-block";
import { pageWords } from "@/app/_words/page-words";
import type { ServerSettings } from "@/lib/jitsi/server-settings";

const tokenPackage = "jitsi-meet-tokens";

/** What makes a Jitsi server accept the tokens, for the two ways in which it is usually installed. */
export function SettingsToPaste({ settings, host }: { settings: ServerSettings; host: string }) {
  const words = pageWords().domains.paste;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div className="flex min-w-0 flex-col gap-3">
        <h3 className="font-semibold">{words.packages}</h3>
        <p className="text-ink-muted text-sm">
          {words.installFirst} <code className="font-mono">{tokenPackage}</code>
        </p>
        <p className="text-ink-muted text-sm">{words.changeProsody}</p>
        <CodeBlock title={`/etc/prosody/conf.avail/${host}.cfg.lua`} code={settings.prosody} />
        <p className="text-ink-muted text-sm">{words.changeJicofo}</p>
        <CodeBlock title="/etc/jitsi/jicofo/jicofo.conf" code={settings.jicofo} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <h3 className="font-semibold">{words.docker}</h3>
        <p className="text-ink-muted text-sm">{words.changeEnv}</p>
        <CodeBlock title={words.envTitle} code={settings.docker} />
      </div>
    </div>
  );
}
