import { z } from "zod";
import { maxPasswordLength, minPasswordLength } from "@/lib/accounts/password";
import { plain, wrong } from "@/lib/input-error";
import { readEmail } from "@/lib/participants/email-address";
import { cleanLine } from "@/lib/text";

const maxNameLength = 100;
const damaged = plain("damaged");
const text = () => z.string(damaged).default("");

export const nameField = text()
  .transform(cleanLine)
  .refine((name) => name !== "", plain("name-missing"))
  .refine((name) => name.length <= maxNameLength, wrong({ code: "too-long", most: maxNameLength }));

export const emailField = text().transform((typed, context) => {
  const read = readEmail(typed);
  if (read.ok) return read.email;
  context.addIssue(wrong({ code: read.reason }));
  return z.NEVER;
});

/** Not trimmed: a space at its end is part of it. */
export const newPasswordField = text()
  .refine((typed) => [...typed].length >= minPasswordLength, {
    ...wrong({ code: "password-too-short", least: minPasswordLength }),
    abort: true,
  })
  .refine((typed) => typed.length <= maxPasswordLength, wrong({ code: "too-long", most: maxPasswordLength }))
  .refine((typed) => new Set(typed).size > 3, plain("password-repeats"));

const roleField = z.enum(["ADMIN", "ORGANISER"], plain("choose-role"));

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
