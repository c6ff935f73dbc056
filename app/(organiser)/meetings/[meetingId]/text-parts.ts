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
