import { expect, test } from "vitest";
import { z } from "zod";
import { addPersonSchema, newPasswordField } from "@/lib/accounts/person-form";

const person = { name: "Ann Lee", email: "ann@example.org", role: "ORGANISER", password: "correct horse battery" };

function errorsOf(form: Record<string, unknown>): Partial<Record<string, string[]>> {
  const parsed = addPersonSchema.safeParse(form);
  return parsed.success ? {} : z.flattenError(parsed.error).fieldErrors;
}

test("an email address is kept in lower case, so that one person has one account", () => {
  expect(addPersonSchema.parse({ ...person, email: " Ann@Example.ORG " }).email).toBe("ann@example.org");
});

test("every empty field is named in words", () => {
  const errors = errorsOf({});
  expect(Object.keys(errors).sort()).toEqual(["email", "name", "password", "role"]);
  for (const messages of Object.values(errors)) expect(messages?.join(" ")).not.toMatch(/expected|invalid/i);
});

test("a role that does not exist is refused", () => {
  expect(errorsOf({ ...person, role: "OWNER" }).role).toEqual(["choose-role"]);
});

test("a name keeps its letters and loses line ends, controls and what turns text round", () => {
  const { name } = addPersonSchema.parse({ ...person, name: ' José\r\nBcc: x@y.z\u0000\u202e "Pepe" ' });
  expect(name).toBe('José Bcc: x@y.z "Pepe"');
  expect(errorsOf({ ...person, name: "\u0000\u200b\r\n" }).name).toEqual(["name-missing"]);
  expect(errorsOf({ ...person, name: "x".repeat(50_000) }).name).toEqual(["too-long"]);
});

test("a password is long enough, not endless, and not one letter over and over", () => {
  expect(newPasswordField.safeParse("elevenchars").success).toBe(false);
  expect(newPasswordField.safeParse("twelve chars").success).toBe(true);
  expect(newPasswordField.safeParse("aaaaaaaaaaaaaaaa").success).toBe(false);
  expect(newPasswordField.safeParse("abcdefgh".repeat(26)).success).toBe(false);
});

test("a password is taken as typed, with the spaces at its ends", () => {
  expect(newPasswordField.parse("  spaces count  ")).toBe("  spaces count  ");
});
