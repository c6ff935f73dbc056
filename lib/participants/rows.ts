import type { InputError } from "@/lib/input-error";
import { readEmail } from "@/lib/participants/email-address";
import { parseParticipants, type RejectedText } from "@/lib/participants/parse";
import {
  emptyPerson,
  fieldNames,
  mergePerson,
  type Person,
  personInput,
  samePerson,
  typedPerson,
} from "@/lib/participants/person";
import { cleanLine } from "@/lib/text";

export const maxNameLength = 100;
/** Above the limit of participants (lib/meetings/meeting-form.ts), so that the form can say so. */
const maxRows = 2000;

/** Each row sends every input, also empty. Emails come as typed. */
export function readRows(form: FormData): Person[] {
  const typed = new Map(fieldNames.map((field) => [field, form.getAll(personInput(field)).map(String)]));
  const rows = typed.get("email")!.slice(0, maxRows);
  return rows.map((_, i) => typedPerson((field) => typed.get(field)![i] ?? ""));
}

export function mergeRows(rows: Person[]): Person[] {
  const merged = new Map<string, Person>();
  for (const [i, row] of rows.entries()) {
    if (samePerson({ ...row, role: emptyPerson.role }, emptyPerson)) continue;
    const read = readEmail(row.email);
    const key = read.ok ? read.email : `row ${i}`;
    const known = merged.get(key);
    merged.set(key, known ? mergeRow(known, row) : { ...row, email: read.ok ? read.email : row.email });
  }
  return [...merged.values()];
}

/** The first filled value wins. A moderator stays one. */
const mergeRow = (known: Person, other: Partial<Person>): Person =>
  mergePerson(emptyPerson, known, { ...emptyPerson, ...other });

export type Added = {
  /** The given rows in their places, then the new ones. */
  rows: Person[];
  rejected: RejectedText[];
  merged: string[];
  /** The organiser's address was among them. They are invited anyway. */
  own: boolean;
};

/** Runs in the browser, and again on the server, which does not trust the browser. */
export function addPasted(given: Person[], text: string, ownEmail: string): Added {
  const pasted = parseParticipants(text);
  const rows = [...given];
  const merged: string[] = [];
  const places = new Map(rows.map((row, i) => [row.email.toLowerCase(), i]));
  for (const person of pasted.participants) {
    const { email } = person;
    if (email === ownEmail) continue;
    const place = places.get(email);
    if (place === undefined) rows.push({ ...emptyPerson, ...person });
    else {
      rows[place] = mergeRow(rows[place]!, person);
      merged.push(email);
    }
  }
  const own = pasted.participants.some(({ email }) => email === ownEmail);
  return { rows, rejected: pasted.rejected, merged, own };
}

export type CheckedRows = { ok: true; participants: Person[] } | { ok: false; errors: Record<number, InputError> };

export function checkRows(rows: Person[]): CheckedRows {
  const errors: Record<number, InputError> = {};
  const participants = rows.map((row, i) => {
    const read = readEmail(row.email);
    const name = cleanLine(row.name);
    if (!read.ok) errors[i] = { code: read.reason };
    else if (name.length > maxNameLength) errors[i] = { code: "participant-name-too-long", most: maxNameLength };
    return { ...row, email: read.ok ? read.email : row.email, name };
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, participants };
}
