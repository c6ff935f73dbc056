type Part = { text: string; href?: string };

const address = /https?:\/\/[^\s<>"]+/gi;
/** Belongs to the sentence, not to the address. */
const sentenceEnd = /[.,;:!?'’”)\]}]+$/;

/** Pure: a text in pieces, of which web addresses say where they lead. Nothing but http and https is one. */
export function textParts(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const href = found.replace(sentenceEnd, "");
    if (!URL.canParse(href)) continue;
    parts.push({ text: text.slice(end, index) }, { text: href, href });
    end = index + href.length;
  }
  parts.push({ text: text.slice(end) });
  return parts.filter((part) => part.text !== "");
}

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
