import type { MailView } from "@/lib/mailbox/read";

/** The mail's HTML in a frame that runs no script; what it links to opens in a new tab. */
export function HtmlView({ mail }: { mail: MailView }) {
  if (!mail.html) return <p className="text-ink-muted">This mail has no HTML part.</p>;
  return (
    <iframe
      title="The mail as its recipient sees it"
      src={`/mailbox/${mail.id}/html`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      className="h-[70vh] min-h-96 w-full phone:min-h-192 rounded-card border border-line bg-white scheme-light"
    />
  );
}

export function TextView({ mail }: { mail: MailView }) {
  if (!mail.text) return <p className="text-ink-muted">This mail has no text part.</p>;
  return (
    <pre className="wrap-anywhere whitespace-pre-wrap rounded-card border border-line bg-surface p-4 font-mono text-sm leading-6 sm:p-5">
      {mail.text}
    </pre>
  );
}
