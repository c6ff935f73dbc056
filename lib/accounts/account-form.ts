import { z } from "zod";
import { maxPasswordLength } from "@/lib/accounts/password";
import { emailField, nameField, newPasswordField } from "@/lib/accounts/person-form";
import { isNamedZone } from "@/lib/time/wall-time";

const maxPictureLength = 500;
const damaged = "This form is damaged. Please load the page again.";
const text = () => z.string(damaged).default("");

const timeZoneField = text().refine(isNamedZone, "Choose a time zone from the list.");

/** For a password that is checked: more rules would tell what the right one looks like. */
const typedPassword = (missing: string) =>
  text().pipe(
    z.string().min(1, missing).max(maxPasswordLength, `No password here is longer than ${maxPasswordLength}.`),
  );

/** Jitsi shows it to everybody in the meeting. */
const pictureField = text().transform((typed, context) => {
  const value = typed.trim();
  if (value === "") return null;
  const problem = pictureProblem(value);
  if (!problem) return new URL(value).href;
  context.addIssue(problem);
  return z.NEVER;
});

function pictureProblem(value: string): string | null {
  if (!URL.canParse(value)) return "Enter a whole address, for example https://example.org/me.jpg";
  const { protocol, username, password, href } = new URL(value);
  if (protocol !== "https:") return "The address has to begin with https://";
  if (username || password) return "The address must not contain a user name or password.";
  return href.length > maxPictureLength ? `At most ${maxPictureLength} characters.` : null;
}

const given = <T>(missing: string, field: z.ZodType<T, string | undefined>) =>
  z
    .string(damaged)
    .optional()
    .refine((typed) => typed?.trim(), missing)
    .pipe(field);

const ownEmailField = given("Enter your email address.", emailField);

export const setupSchema = z.object({
  code: text(),
  name: nameField,
  email: ownEmailField,
  password: given("Choose a password.", newPasswordField),
  timeZone: timeZoneField,
});

export const signInSchema = z.object({
  email: ownEmailField,
  password: typedPassword("Enter your password."),
  next: z.string().optional().catch(undefined),
  // The browser's. Used only to show a time.
  timeZone: z.string().refine(isNamedZone).catch("UTC"),
});

export const profileSchema = z.object({ name: nameField, timeZone: timeZoneField, pictureUrl: pictureField });

export const passwordSchema = z.object({
  currentPassword: typedPassword("Enter your current password."),
  newPassword: given("Choose a new password.", newPasswordField),
});

/** A path of this site, or null. Browsers take `//host`, a backslash or a tab in a path for another site. */
export function ownPath(path: unknown): string | null {
  if (typeof path !== "string" || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path)) return null;
  const here = "http://here.invalid";
  if (!URL.canParse(path, here)) return null;
  const { origin, pathname, search } = new URL(path, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search : null;
}
