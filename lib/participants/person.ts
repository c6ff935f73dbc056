/** How one thing that an organiser says of a participant is stored, and read from a form or from a stored text. */
type Field<T> = {
  /** Type of the column. */
  column: string;
  /** What it is until somebody says something else. */
  empty: T;
  /** Null: not one of its values. */
  read: (value: unknown) => T | null;
};

const roles = ["MODERATOR", "ATTENDEE"] as const;
export type Role = (typeof roles)[number];

const text: Field<string> = {
  column: "text",
  empty: "",
  read: (value) => (typeof value === "string" ? value : null),
};

const role: Field<Role> = {
  column: '"ParticipantRole"',
  empty: "ATTENDEE",
  read: (value) => roles.find((one) => one === value) ?? null,
};

/**
 * All that an organiser says of a participant. The columns, the form's rows, the revisions and the comparison of two states
 * follow from this list. The email comes first and says who it is.
 */
const personFields = { email: text, name: text, role };

export type PersonField = keyof typeof personFields;
export type Person = { [F in PersonField]: (typeof personFields)[F]["empty"] };

export const fieldNames = Object.keys(personFields) as PersonField[];

const eachField = (read: <F extends PersonField>(field: F) => unknown): Person =>
  Object.fromEntries(fieldNames.map((field) => [field, read(field)])) as Person;

export const emptyPerson: Person = eachField((field) => personFields[field].empty);

/** To be compared as text. */
export const personTexts = (person: Person): string[] => fieldNames.map((field) => person[field]);

/** These fields and no others. */
export const personOf = (person: Person): Person => eachField((field) => person[field]);

export const samePerson = (a: Person, b: Person): boolean => fieldNames.every((field) => a[field] === b[field]);

/** A three-way merge by field: what `mine` did not change from `base` is as it is in `theirs`. */
export const mergePerson = (base: Person, mine: Person, theirs: Person): Person =>
  eachField((field) => (mine[field] === base[field] ? theirs[field] : mine[field]));

/** The name of a field in a form, once for each row. */
export const personInput = (field: PersonField): string => `p-${field}`;

/** As typed into a form: what is not one of a field's values is none. */
export const typedPerson = (typed: (field: PersonField) => string): Person =>
  eachField((field) => personFields[field].read(typed(field).trim()) ?? personFields[field].empty);

/** A field that was added since it was stored is empty; everything else that is not as we write it is a bug. */
export function storedPerson(stored: Record<string, unknown>): Person {
  return eachField((field) => {
    const { empty, read } = personFields[field];
    const value = stored[field] === undefined ? empty : read(stored[field]);
    if (value === null) throw new Error(`A stored participant has no valid ${field}`);
    return value;
  });
}

/** To select these columns through Prisma. */
export const personSelect = Object.fromEntries(fieldNames.map((field) => [field, true])) as Record<PersonField, true>;

/** Type of the column of each field. */
export const columnTypes = fieldNames.map((field): [PersonField, string] => [field, personFields[field].column]);

export const nameOrEmail = ({ name, email }: Pick<Person, "name" | "email">): string => name || email;
