import type { InputError } from "@/lib/input-error";
import { readEmail } from "@/lib/participants/email-address";
import { parseParticipants, type RejectedText } from "@/lib/participants/parse";
import { cleanLine } from "@/lib/text";

/** A row of the form. The email is as typed until it can be read. */
export type ParticipantRow = { email: string; name: string; role: "MODERATOR" | "ATTENDEE" };

export const maxNameLength = 100;
/** A meeting takes fewer (lib/meetings/meeting-form.ts) and says so beside the list. */
const maxRows = 2000;

/** `p-email`, `p-name` and `p-role` repeat in step. Empty rows keep their place. */
export function readRows(form: FormData): ParticipantRow[] {
  const [emails, names, roles] = ["p-email", "p-name", "p-role"].map((field) => form.getAll(field).map(String));
  return emails!.slice(0, maxRows).map((email, i) => ({
    email: email.trim(),
    name: (names![i] ?? "").trim(),
    role: roles![i] === "MODERATOR" ? ("MODERATOR" as const) : ("ATTENDEE" as const),
  }));
}

export function mergeRows(rows: ParticipantRow[]): ParticipantRow[] {
  const kept = new Map<string, ParticipantRow>();
  for (const [i, row] of rows.entries()) {
    if (row.email === "" && row.name === "") continue;
    const read = readEmail(row.email);
    const key = read.ok ? read.email : `row ${i}`;
    const known = kept.get(key);
    kept.set(key, known ? mergeRow(known, row) : { ...row, email: read.ok ? read.email : row.email });
  }
  return [...kept.values()];
}

function mergeRow(known: ParticipantRow, other: { name: string; role?: ParticipantRow["role"] }): ParticipantRow {
  const role = other.role === "MODERATOR" ? "MODERATOR" : known.role;
  return { ...known, name: known.name || other.name, role };
}

export type Added = {
  /** The given rows in their places, then the new ones. */
  rows: ParticipantRow[];
  rejected: RejectedText[];
  merged: string[];
  /** The organiser's address was among them. They are invited anyway. */
  own: boolean;
};

/** Runs in the browser, and again on the server, which does not trust it. */
export function addPasted(given: ParticipantRow[], text: string, ownEmail: string): Added {
  const pasted = parseParticipants(text);
  const rows = [...given];
  const merged: string[] = [];
  const places = new Map(rows.map((row, i) => [row.email.toLowerCase(), i]));
  for (const { email, name, role } of pasted.participants) {
    if (email === ownEmail) continue;
    const place = places.get(email);
    if (place === undefined) rows.push({ email, name, role: role ?? "ATTENDEE" });
    else {
      rows[place] = mergeRow(rows[place]!, { name, role });
      merged.push(email);
    }
  }
  const own = pasted.participants.some(({ email }) => email === ownEmail);
  return { rows, rejected: pasted.rejected, merged, own };
}

export type CheckedRows =
  | { ok: true; participants: ParticipantRow[] }
  | { ok: false; errors: Record<number, InputError> };

export function checkRows(rows: ParticipantRow[]): CheckedRows {
  const errors: Record<number, InputError> = {};
  const participants = rows.map((row, i) => {
    const read = readEmail(row.email);
    const name = cleanLine(row.name);
    if (!read.ok) errors[i] = { code: read.reason };
    else if (name.length > maxNameLength) errors[i] = { code: "participant-name-too-long", most: maxNameLength };
    return { email: read.ok ? read.email : row.email, name, role: row.role };
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, participants };
}
