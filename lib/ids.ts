import { createHash, randomBytes } from "node:crypto";
import { v7, validate } from "uuid";

/** Row IDs rise with time, so that new rows land beside each other in the index. They are no secrets. */
export const newId = (): string => v7();

/** 256 random bits in URL-safe letters, for whatever must not be guessed. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Whole seconds: what calendars and tokens can say. Cut here, since the database would round up. */
export const wholeSecond = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);

/** The database refuses to compare anything else with an ID; an address may hold anything. */
export const isId = (text: string): boolean => validate(text);
