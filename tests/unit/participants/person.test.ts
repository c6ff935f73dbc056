import { expect, test } from "vitest";
import { emptyPerson, personOf, storedPerson } from "@/lib/participants/person";
import { person } from "@/tests/support/person";

const ann = person({ name: "Ann", role: "MODERATOR" });

test("a stored participant is read as written, without anything else that stands there", () => {
  expect(storedPerson({ ...ann, answer: "ACCEPTED" })).toEqual(personOf(ann));
});

test("a field that is younger than what was stored is empty", () => {
  expect(storedPerson({ email: ann.email })).toEqual({ ...emptyPerson, email: ann.email });
});

test.each([
  { ...ann, role: "OWNER" },
  { ...ann, name: 3 },
  { ...ann, email: null },
])("a stored value that no participant can have is a bug: %j", (stored) => {
  expect(() => storedPerson(stored)).toThrow("no valid");
});
