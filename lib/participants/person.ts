type Field<T> = {
  columnType: string;
  empty: T;
  /** Null if the value is not valid. */
  read: (value: unknown) => T | null;
};

const roles = ["MODERATOR", "ATTENDEE"] as const;
export type Role = (typeof roles)[number];

const textField: Field<string> = {
  columnType: "text",
  empty: "",
  read: (value) => (typeof value === "string" ? value : null),
};

const roleField: Field<Role> = {
  columnType: '"ParticipantRole"',
  empty: "ATTENDEE",
  read: (value) => roles.find((one) => one === value) ?? null,
};

// What an organiser sets for a participant. Statements, revisions and comparisons follow from this list. The form's inputs do not.
// The email comes first, because it identifies the person.
const personFields = { email: textField, name: textField, role: roleField };

export type PersonField = keyof typeof personFields;
export type Person = { [F in PersonField]: (typeof personFields)[F]["empty"] };

export const fieldNames = Object.keys(personFields) as PersonField[];

const eachField = (read: <F extends PersonField>(field: F) => unknown): Person =>
  Object.fromEntries(fieldNames.map((field) => [field, read(field)])) as Person;

export const emptyPerson: Person = eachField((field) => personFields[field].empty);

export const personTexts = (person: Person): string[] => fieldNames.map((field) => person[field]);

/** Drops all other fields. */
export const personOf = (person: Person): Person => eachField((field) => person[field]);

export const samePerson = (a: Person, b: Person): boolean => fieldNames.every((field) => a[field] === b[field]);

/** Three-way merge by field. A field that `mine` did not change is taken from `theirs`. */
export const mergePerson = (base: Person, mine: Person, theirs: Person): Person =>
  eachField((field) => (mine[field] === base[field] ? theirs[field] : mine[field]));

/** Name of the form's input, repeated in each row. */
export const personInput = (field: PersonField): string => `p-${field}`;

/** An invalid value becomes the empty one. */
export const typedPerson = (typed: (field: PersonField) => string): Person =>
  eachField((field) => personFields[field].read(typed(field).trim()) ?? personFields[field].empty);

/** A field that is newer than the stored person is empty. Any other invalid value is a bug. */
export function storedPerson(stored: Record<string, unknown>): Person {
  return eachField((field) => {
    const { empty, read } = personFields[field];
    const value = stored[field] === undefined ? empty : read(stored[field]);
    if (value === null) throw new Error(`A stored participant has no valid ${field}`);
    return value;
  });
}

export const personSelect = Object.fromEntries(fieldNames.map((field) => [field, true])) as Record<PersonField, true>;

export const columnTypes = fieldNames.map((field): [PersonField, string] => [field, personFields[field].columnType]);

export const nameOrEmail = ({ name, email }: Pick<Person, "name" | "email">): string => name || email;
