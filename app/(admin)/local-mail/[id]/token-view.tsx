import { Badge } from "@/app/_components/badge";
import { Card } from "@/app/_components/card";
import { CodeBlock } from "@/app/_components/code-block";
import { DataList } from "@/app/_components/data-list";
import { LocalTime } from "@/app/_components/local-time";
import type { MailView } from "@/lib/mail/local/read";
import { tokenInWords } from "@/lib/mail/local/token-in-words";

export function TokenView({ mail, timeZone }: { mail: MailView; timeZone: string }) {
  const { token } = mail;
  if (!token) return <p className="text-ink-muted">This mail carries no personal link, so there is no token in it.</p>;
  const { room, name, email, moderator, notBefore, expiresAt, issuer, audience, subject } = tokenInWords(token);
  const time = (at: Date | null) => (at ? <LocalTime at={at} timeZone={timeZone} /> : "not limited");
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Card>
        <DataList
          items={[
            { term: "Lets in", detail: [name, email].filter(Boolean).join(", ") || "nobody by name" },
            {
              term: "As",
              detail: moderator ? <Badge tone="info">Moderator</Badge> : <Badge>Participant</Badge>,
            },
            { term: "Only to the room", detail: <span className="font-mono text-sm">{room}</span> },
            { term: "From", detail: time(notBefore) },
            { term: "Until", detail: time(expiresAt) },
            { term: "Signed for", detail: `app ID ${issuer}, audience ${audience}, subject ${subject}` },
          ]}
        />
      </Card>
      <CodeBlock
        title="The token’s header and claims"
        code={JSON.stringify({ header: token.header, claims: token.claims }, null, 2)}
      />
    </div>
  );
}
