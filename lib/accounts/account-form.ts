import { z } from "zod";
import { maxPasswordLength } from "@/lib/accounts/password";
import { emailField, nameField, newPasswordField } from "@/lib/accounts/person-form";
import { type InputError, type PlainCode, plain, wrong } from "@/lib/input-error";
import { isNamedZone } from "@/lib/time/wall-time";

const maxPictureLength = 500;
const text = () => z.string(plain("damaged")).default("");

const timeZoneField = text().refine(isNamedZone, plain("choose-time-zone"));

/** A password that is checked, not set: any rule beyond these would tell what the right one looks like. */
const typedPassword = (missing: PlainCode) =>
  text()
    .refine((typed) => typed !== "", plain(missing))
    .refine(
      (typed) => typed.length <= maxPasswordLength,
      wrong({ code: "password-too-long", most: maxPasswordLength }),
    );

/** Jitsi shows it to everybody in the meeting. */
const pictureField = text().transform((typed, context) => {
  const value = typed.trim();
  if (value === "") return null;
  const problem = pictureProblem(value);
  if (!problem) return new URL(value).href;
  context.addIssue(wrong(problem));
  return z.NEVER;
});

function pictureProblem(value: string): InputError | null {
  if (!URL.canParse(value)) return { code: "picture-not-an-address" };
  const { protocol, username, password, href } = new URL(value);
  if (protocol !== "https:") return { code: "picture-not-https" };
  if (username || password) return { code: "picture-with-password" };
  return href.length > maxPictureLength ? { code: "too-long", most: maxPictureLength } : null;
}

/** An empty field is missing, and only that is said about it. */
const given = <T>(missing: PlainCode, field: z.ZodType<T, string | undefined>) =>
  z
    .string(plain("damaged"))
    .optional()
    .refine((typed) => typed?.trim(), plain(missing))
    .pipe(field);

const ownEmailField = given("own-email-missing", emailField);

export const setupSchema = z.object({
  code: text(),
  name: nameField,
  email: ownEmailField,
  password: given("first-password-missing", newPasswordField),
  timeZone: timeZoneField,
});

export const signInSchema = z.object({
  email: ownEmailField,
  password: typedPassword("password-missing"),
  next: z.string().optional().catch(undefined),
  // The browser's. Used only to show a time.
  timeZone: z.string().refine(isNamedZone).catch("UTC"),
});

export const profileSchema = z.object({ name: nameField, timeZone: timeZoneField, pictureUrl: pictureField });

export const passwordSchema = z.object({
  currentPassword: typedPassword("current-password-missing"),
  newPassword: given("new-password-missing", newPasswordField),
});

/** A path of this site, or null. Browsers take `//host`, a backslash or a tab in a path for another site. */
export function ownPath(path: unknown): string | null {
  if (typeof path !== "string" || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path)) return null;
  const here = "http://here.invalid";
  if (!URL.canParse(path, here)) return null;
  const { origin, pathname, search } = new URL(path, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search : null;
}
