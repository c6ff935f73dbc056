export type XmlElement = { attributes: Record<string, string>; text: string; inner: string };

/**
 * Every element of that name, outermost first. Enough for what Prosody sends (no CDATA, no comments, no element
 * inside one of its own name); not an XML parser.
 */
export function elements(xml: string, name: string): XmlElement[] {
  const pattern = new RegExp(`<${name}(?=[\\s/>])([^>]*?)(?:/>|>(.*?)</${name}>)`, "gs");
  return [...xml.matchAll(pattern)].map(([, attributes = "", inner = ""]) => ({
    attributes: attributesOf(attributes),
    text: unescapeXml(inner.replace(/<[^>]*>/g, "")),
    inner,
  }));
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function attributesOf(tag: string): Record<string, string> {
  const pairs = tag.matchAll(/([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...pairs].map(([, key, double, single]) => [key, unescapeXml(double ?? single ?? "")]));
}

function unescapeXml(text: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name]!);
}
