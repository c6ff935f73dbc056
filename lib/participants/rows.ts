import { readEmail } from "@/lib/participants/email-address";
import { cleanLine } from "@/lib/text";

/** One editable row of the form. The email is as typed until it can be read. */
export type ParticipantRow = { email: string; name: string; role: "MODERATOR" | "ATTENDEE" };

export const longestName = 100;

/** The rows of a submitted form: `email`, `name` and `role` repeat in step (`p-email`, `p-name`, `p-role`). Empty rows fall away. */
export function readParticipantRows(form: FormData): ParticipantRow[] {
  const [emails, names, roles] = ["p-email", "p-name", "p-role"].map((field) => form.getAll(field).map(String));
  const rows = emails!.map((email, i) => ({
    email: email.trim(),
    name: (names![i] ?? "").trim(),
    role: roles![i] === "MODERATOR" ? ("MODERATOR" as const) : ("ATTENDEE" as const),
  }));
  return merge(rows.filter((row) => row.email !== "" || row.name !== ""));
}

/** Two rows of one address are one person: the first name that is not empty, moderator if either is. */
function merge(rows: ParticipantRow[]): ParticipantRow[] {
  const kept = new Map<string, ParticipantRow>();
  for (const [i, row] of rows.entries()) {
    const read = readEmail(row.email);
    const key = read.ok ? read.email : `row ${i}`;
    const known = kept.get(key);
    if (!known) kept.set(key, { ...row, email: read.ok ? read.email : row.email });
    else {
      known.name ||= row.name;
      if (row.role === "MODERATOR") known.role = "MODERATOR";
    }
  }
  return [...kept.values()];
}

export type CheckedRows = { ok: true; participants: ParticipantRow[] } | { ok: false; errors: Record<number, string> };

/** Checks every row; the errors say which row by its index. */
export function checkRows(rows: ParticipantRow[]): CheckedRows {
  const errors: Record<number, string> = {};
  const participants = rows.map((row, i) => {
    const read = readEmail(row.email);
    const name = cleanLine(row.name);
    if (!read.ok) errors[i] = `${read.reason}.`;
    else if (name.length > longestName) errors[i] = `A name has at most ${longestName} characters.`;
    return { email: read.ok ? read.email : row.email, name, role: row.role };
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, participants };
}
