/** A mail's plain text, with its lines as they are. */
export const MailText = ({ text }: { text: string }) => (
  <pre className="wrap-anywhere whitespace-pre-wrap rounded-card border border-line bg-surface p-4 font-mono text-sm leading-6 sm:p-5">
    {text}
  </pre>
);
