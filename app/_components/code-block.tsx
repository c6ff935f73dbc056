import { CopyButton } from "./copy-button";

/** Lines to paste; `title` says where they belong (a path, a program). */
export function CodeBlock({ title, code }: { title: string; code: string }) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-card border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-3 border-line border-b px-4 py-1.5">
        <span className="wrap-anywhere min-w-0 text-ink-muted text-sm">{title}</span>
        <CopyButton text={code} />
      </figcaption>
      {/* Lines keep their shape and scroll sideways, with the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached */}
      <pre tabIndex={0} className="overflow-x-auto p-4 font-mono text-sm leading-6 -outline-offset-2">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
