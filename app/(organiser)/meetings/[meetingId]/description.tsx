import { textParts } from "./text-parts";

/** As it was typed; what is an address on the web can be followed. */
export function Description({ text }: { text: string }) {
  return (
    <p className="max-w-prose whitespace-pre-wrap">
      {textParts(text).map(({ text, href }, i) =>
        href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same address may be there twice
          <a key={i} href={href} target="_blank" rel="noopener noreferrer" className="link">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}
