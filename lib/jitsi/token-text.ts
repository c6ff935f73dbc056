/**
 * A text as it may stand in a room token. Prosody leaves the client without any answer when a string of
 * `context.user` holds a control character; what XML cannot carry, and what turns the direction of text, goes as well.
 */
export function cleanTokenText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}

/** The longest beginning of `text` that fits into `bytes` of UTF-8, never cut inside what a reader sees as one sign. */
export function shortenTokenText(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let short = "";
  let left = bytes - Buffer.byteLength("…");
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}
