export const WhenLine = ({ line, whose }: { line: string; whose: string }) => (
  <p className="not-first:mt-1.5">
    {line} <span className="block text-ink-muted text-sm">{whose}</span>
  </p>
);
