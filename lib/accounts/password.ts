import { hash, verify } from "@node-rs/argon2";

export const minPasswordLength = 12;
/** argon2 takes any length; this only keeps a request small. */
export const maxPasswordLength = 200;

/** argon2id with the parameters OWASP names first: 19 MiB, 2 passes, 1 lane. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize("NFC"), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

let dummy: Promise<string> | null = null;

/** Takes as long without a hash (no such account), so the time does not tell which addresses have accounts. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  dummy ??= hashPassword("nobody has this password");
  const matches = await verify(passwordHash ?? (await dummy), password.normalize("NFC"));
  return matches && passwordHash !== null;
}
