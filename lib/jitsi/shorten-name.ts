/** The longest beginning of a name that fits into `bytes` of UTF-8, never cut inside what a reader sees as one sign. */
export function shortenName(name: string, bytes: number): string {
  if (Buffer.byteLength(name) <= bytes) return name;
  let short = "";
  let left = bytes - Buffer.byteLength("…");
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}
