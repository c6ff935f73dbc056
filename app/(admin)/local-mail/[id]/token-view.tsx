import { Badge } from "@/app/_components/badge";
import { Card } from "@/app/_components/card";
import { CodeBlock } from "@/app/_components/code-block";
import { DataList } from "@/app/_components/data-list";
import { LocalTime } from "@/app/_components/local-time";
import { pageWords } from "@/app/_words/page-words";
import type { MailView } from "@/lib/mail/local/read";
import { tokenFacts } from "@/lib/mail/local/token-facts";

export function TokenView({ mail, timeZone }: { mail: MailView; timeZone: string }) {
  const { token } = mail;
  const words = pageWords().localMail.token;
  if (!token) return <p className="text-ink-muted">{words.none}</p>;
  const { room, name, email, moderator, notBefore, expiresAt, issuer, audience, subject } = tokenFacts(token);
  const time = (at: Date | null) => (at ? <LocalTime at={at} timeZone={timeZone} /> : words.notLimited);
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Card>
        <DataList
          items={[
            { term: words.letsIn, detail: [name, email].filter(Boolean).join(", ") || words.nobody },
            {
              term: words.as,
              detail: moderator ? <Badge tone="info">{words.moderator}</Badge> : <Badge>{words.participant}</Badge>,
            },
            { term: words.room, detail: <span className="font-mono text-sm">{room}</span> },
            { term: words.from, detail: time(notBefore) },
            { term: words.until, detail: time(expiresAt) },
            { term: words.signedFor, detail: words.signedForWhat(issuer, audience, subject) },
          ]}
        />
      </Card>
      <CodeBlock title={words.claims} code={JSON.stringify({ header: token.header, claims: token.claims }, null, 2)} />
    </div>
  );
}
