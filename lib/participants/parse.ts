import type { PlainCode } from "@/lib/input-error";
import { readEmail } from "@/lib/participants/email-address";
import { type Field, readField, splitLine } from "@/lib/participants/parse-line";
import type { Person, Role } from "@/lib/participants/person";
import { cleanLine } from "@/lib/text";

export type ParsedParticipant = Pick<Person, "email" | "name"> & Partial<Person>;
export type RejectedText = { text: string; reason: PlainCode };

const TITLE = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|msc|esq|dr|prof)\.?$/i;
const LABEL = /^\s*(?:to|cc|bcc|e-?mail|mail)\s*:\s*/i;
const COLUMNS: [column: Column, title: RegExp][] = [
  ["email", /^(e-?mail|mail|(e-?mail|mail)[ -]?address(es)?|address)$/i],
  ["role", /^role$/i],
  ["first", /^(first|given) ?name$/i],
  ["last", /^(last|family) ?name|surname$/i],
  ["name", /^((full |display )?name|participant)$/i],
];
type Column = "email" | "role" | "first" | "last" | "name" | "unused";

/** Reads pasted people in linear time. Unreadable text comes back as rejected, so no word is lost. */
export function parseParticipants(text: string): { participants: ParsedParticipant[]; rejected: RejectedText[] } {
  const byEmail = new Map<string, ParsedParticipant>();
  const rejected: RejectedText[] = [];
  let header: Column[] | null | undefined;
  const unused = new Map<number, string[]>();

  for (const line of text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)) {
    const cells = splitLine(line.replace(LABEL, ""));
    const fields = cells.flatMap(readField).filter((field) => field.raw !== "");
    if (fields.length === 0) continue;
    if (header === undefined) {
      header = readHeader(cells);
      if (header) {
        for (const [i, column] of header.entries()) if (column === "unused") unused.set(i, [cells[i]!.raw]);
        continue;
      }
    }
    const addressed = fields.filter((field) => field.address !== null);
    if (addressed.length === 0) reject(line, "no-address");
    else if (addressed.length > 1) readList(fields);
    else if (header && fitsHeader(cells, header)) readRow(line, cells, header, addressed[0]!);
    else readRecord(line, fields, addressed[0]!);
  }
  for (const column of unused.values()) reject(column.filter(Boolean).join("; "), "column-not-used");
  return { participants: [...byEmail.values()], rejected };

  function reject(raw: string, reason: PlainCode) {
    if (raw.trim() !== "") rejected.push({ text: raw.trim(), reason });
  }

  function add(raw: string, address: string, name: string, role?: Role) {
    const read = readEmail(address);
    if (!read.ok) return reject(raw, read.reason);
    const participant = byEmail.get(read.email) ?? { email: read.email, name: "" };
    const cleaned = withoutQuotes(cleanLine(name));
    if (participant.name === "" && cleaned.toLowerCase() !== read.email) participant.name = cleaned;
    if (role && participant.role !== "MODERATOR") participant.role = role;
    byEmail.set(read.email, participant);
  }

  function readRow(line: string, cells: Field[], columns: Column[], addressed: Field) {
    const at = (column: Column) => cells.filter((cell, i) => columns[i] === column && cell.text !== "");
    const name = joinTexts([...at("name"), ...at("first"), ...at("last")]);
    const role = at("role")[0];
    add(line, addressed.address!, name || addressed.text, role && roleOf(role));
    if (role && !roleOf(role)) reject(role.raw, "not-a-role");
    if (name && addressed.text && addressed.text !== name) reject(addressed.text, "neither-name-nor-address");
    for (const [i, column] of unused) column.push(cells[i]?.raw ?? "");
  }

  /** One person: `Lee, Ann <ann@…>`, `ann@… ; Ann Lee ; moderator`. */
  function readRecord(line: string, fields: Field[], addressed: Field) {
    const texts = fields.filter((field) => field !== addressed && !roleOf(field));
    const names = texts.filter((field) => /\p{L}/u.test(field.text));
    const before = fields[fields.indexOf(addressed) - 1];
    const surname = before?.separator === "," && names.includes(before) ? [before] : [];
    const used = addressed.text ? surname : names.slice(0, 2);
    const name = addressed.text
      ? fullName(used[0], addressed.text)
      : commaInsideCell(fields, used)
        ? fullName(used[0], used[1]!.text)
        : joinTexts(used);
    add(line, addressed.address!, name, fields.map(roleOf).find(Boolean));
    for (const field of texts) if (!used.includes(field)) reject(field.raw, "neither-name-nor-address");
  }

  /** Several people. A text without address is a name only where the order is clear. */
  function readList(fields: Field[]) {
    const order = orderOf(fields);
    const people: { raw: string; address: string; name: string; role?: Role }[] = [];
    let waiting: Field | null = null;
    for (const field of fields) {
      const person = people.at(-1);
      const role = roleOf(field);
      if (field.address !== null) {
        const takes: Field | null = waiting && belongs(waiting, field, order) ? waiting : null;
        if (waiting && !takes) reject(waiting.raw, "no-address");
        const name = takes && field.text ? fullName(takes, field.text) : (takes?.text ?? field.text);
        people.push({ raw: takes ? `${takes.raw}, ${field.raw}` : field.raw, address: field.address, name });
        waiting = null;
      } else if (person && role && !person.role) person.role = role;
      else if (person && order === "address-name") person.name = field.text;
      else {
        if (waiting) reject(waiting.raw, "no-address");
        waiting = field;
      }
    }
    if (waiting) reject(waiting.raw, "no-address");
    for (const person of people) add(person.raw, person.address, person.name, person.role);
  }
}

/** Turns `Lee, Ann` into `Ann Lee`, unless a title follows the comma or quotes stand around both. */
function fullName(surname: Field | undefined, rest: string): string {
  if (!surname) return rest;
  const written = `${surname.text}, ${rest}`;
  const bracket = rest.search(/[([]/);
  const given = bracket < 0 ? rest : rest.slice(0, bracket).trim();
  if (given === "" || TITLE.test(given) || /^'.*'$/.test(written)) return written;
  return [given, surname.text, rest.slice(given.length).trim()].filter(Boolean).join(" ");
}

/** In `Lee, Ann; ann@example.org` the comma belongs to the name, because cells end with something else. */
function commaInsideCell(fields: Field[], names: Field[]): boolean {
  const commas = fields.filter(({ separator }) => separator === ",");
  return (
    names.length === 2 &&
    commas.length === 1 &&
    commas[0] === names[0] &&
    fields.indexOf(names[1]!) === fields.indexOf(names[0]!) + 1
  );
}

function belongs(text: Field, addressed: Field, order: string | null): boolean {
  return addressed.text === "" ? order === "name-address" : text.separator === ",";
}

/** Null unless names and bare addresses alternate. */
function orderOf(fields: Field[]): "name-address" | "address-name" | null {
  const plain = fields.filter((field) => !roleOf(field));
  if (plain.length % 2 === 1 || plain.some((field) => field.address !== null && field.text !== "")) return null;
  if (plain.every((field, i) => (field.address === null) === (i % 2 === 0))) return "name-address";
  return plain.every((field, i) => (field.address === null) === (i % 2 === 1)) ? "address-name" : null;
}

function readHeader(cells: Field[]): Column[] | null {
  if (cells.some((cell) => cell.text.includes("@") || cell.address !== null)) return null;
  const columns = cells.map((cell) => COLUMNS.find(([, title]) => title.test(cell.text))?.[0] ?? "unused");
  return columns.includes("email") ? columns : null;
}

function fitsHeader(cells: Field[], columns: Column[]): boolean {
  if (cells.length !== columns.length || cells.length === 1) return false;
  return columns.every((column, i) => {
    const hasAddress = cells[i]!.address !== null || cells[i]!.text.includes("@");
    return hasAddress === (column === "email");
  });
}

function roleOf(field: Field): Role | undefined {
  if (field.address !== null) return undefined;
  const word = field.text.toLowerCase();
  return word === "moderator" ? "MODERATOR" : word === "participant" ? "ATTENDEE" : undefined;
}

const joinTexts = (fields: Field[]) => fields.map((field) => field.text).join(" ");

const withoutQuotes = (name: string) => name.replace(/^'(.*)'$/, "$1").trim();
