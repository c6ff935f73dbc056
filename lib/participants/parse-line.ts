/** The text between two separators: a name, an address with or without a name, a role, or nothing. */
export type Field = {
  raw: string;
  /** Without quotes and address. */
  text: string;
  address: string | null;
  /** The separator behind it: a comma, a semicolon, a tab, or nothing. */
  separator: string;
};

/** Splits at commas, semicolons and tabs outside quotes, and behind each `<address>`, in linear time. */
export function splitLine(line: string): Field[] {
  const fields: Field[] = [];
  const nextQuote = searcher(line, '"');
  const nextAngle = searcher(line, ">");
  let start = 0;
  let text = "";
  let behindAddress = false;
  const end = (at: number, separator: string, address: string | null) => {
    fields.push({ raw: line.slice(start, at).trim(), text: text.trim(), address, separator });
    text = "";
  };
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (character === "," || character === ";" || character === "\t") {
      if (behindAddress && text.trim() === "") fields.at(-1)!.separator = character;
      else end(i, character, null);
      text = "";
      start = i + 1;
      behindAddress = false;
    } else if (character === '"' && text.trim() === "" && nextQuote(i + 1) > 0) {
      const quoted = readQuoted(line, i + 1);
      text += quoted.text;
      i = quoted.end;
    } else if (
      character === "<" &&
      isAddress(line.slice(i + 1, Math.max(i + 1, Math.min(nextAngle(i + 1), i + 400))))
    ) {
      const close = nextAngle(i + 1);
      end(close + 1, "", line.slice(i + 1, close).trim());
      start = close + 1;
      i = close;
      behindAddress = true;
    } else text += character;
  }
  if (!behindAddress || text.trim() !== "") end(line.length, "", null);
  return fields;
}

/** Finds addresses without angle brackets. */
export function readField(field: Field): Field[] {
  if (!field.text.includes("@") || (field.address !== null && field.raw.startsWith('"'))) return [field];
  const pieces = field.text.split(/\s+/).flatMap((word) => (word.includes("@") ? piecesOf(word) : [word]));
  const addresses = [...new Set(pieces.filter((piece) => piece.includes("@")))];
  const text = pieces.filter((piece) => !piece.includes("@")).join(" ");
  if (field.address !== null) {
    const others = addresses.filter((address) => address.toLowerCase() !== field.address!.toLowerCase());
    return [...others.map((address) => bare(address, "")), { ...field, text }];
  }
  if (addresses.length === 1) return [{ ...field, text, address: addresses[0]! }];
  const found = addresses.map((address) => bare(address, field.separator));
  return text === "" ? found : [...found, { raw: text, text, address: null, separator: field.separator }];
}

function bare(address: string, separator: string): Field {
  return { raw: address, text: "", address, separator };
}

/** `(ann@example.org)`, `[ann@example.org](mailto:ann@example.org)`, `mailto:ann@example.org?subject=…`. */
function piecesOf(word: string): string[] {
  const pieces = word.split(/[()[\]{}<>"]+/).filter((piece) => /[^.,:!']/.test(piece));
  return pieces.map((piece) =>
    withoutScheme(piece)
      .replace(/^[.,:!']+/, "")
      .replace(/[.,:!']{1,9}$/, ""),
  );
}

function withoutScheme(address: string): string {
  if (!/^mailto:/i.test(address)) return address;
  const path = address.slice("mailto:".length).split("?", 1)[0]!;
  return path.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const isAddress = (text: string) => text.includes("@") && !/[,;\t<]/.test(text);

/** `""` and `\"` are a quote inside. */
function readQuoted(line: string, from: number): { text: string; end: number } {
  let text = "";
  for (let i = from; i < line.length; i++) {
    const character = line[i]!;
    const next = line[i + 1];
    if (character === "\\" && (next === '"' || next === "\\")) text += line[++i];
    else if (character !== '"') text += character;
    else if (next === '"') text += line[++i];
    else return { text, end: i };
  }
  return { text, end: line.length };
}

/** `indexOf` from rising positions. It remembers the last result, so all searches together take one pass. */
function searcher(line: string, wanted: string): (from: number) => number {
  let found = 0;
  return (from) => {
    if (found !== -1 && found < from) found = line.indexOf(wanted, from);
    return found;
  };
}
