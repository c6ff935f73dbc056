import { z } from "zod";
import { maxPasswordLength, minPasswordLength } from "@/lib/accounts/password";
import { readEmail } from "@/lib/participants/email-address";
import { cleanLine } from "@/lib/text";

const maxNameLength = 100;
const damaged = "This form is damaged. Please load the page again.";
const text = () => z.string(damaged).default("");

export const nameField = text()
  .transform(cleanLine)
  .pipe(z.string().min(1, "Enter a name.").max(maxNameLength, `At most ${maxNameLength} characters.`));

export const emailField = text().transform((typed, context) => {
  const read = readEmail(typed);
  if (read.ok) return read.email;
  context.addIssue(typed.includes("@") ? `${read.reason}.` : "Enter an email address.");
  return z.NEVER;
});

/** Not trimmed: a space at its end is part of it. */
export const newPasswordField = text()
  .refine((typed) => [...typed].length >= minPasswordLength, {
    error: `Use at least ${minPasswordLength} characters.`,
    abort: true,
  })
  .refine((typed) => typed.length <= maxPasswordLength, `At most ${maxPasswordLength} characters.`)
  .refine((typed) => new Set(typed).size > 3, "This repeats itself too much and can be guessed.");

const roleField = z.enum(["ADMIN", "ORGANISER"], "Choose a role.");

export const addPersonSchema = z.object({
  name: nameField,
  email: emailField,
  role: roleField,
  password: newPasswordField,
});

export const editPersonSchema = z.object({ id: z.uuid(damaged), name: nameField, role: roleField });

export const disablePersonSchema = z.object({
  id: z.uuid(damaged),
  disabled: z.enum(["yes", "no"], damaged).transform((value) => value === "yes"),
});

export const resetPasswordSchema = z.object({ id: z.uuid(damaged), password: newPasswordField });
