import { createHash, randomBytes } from "node:crypto";
import { v7, validate } from "uuid";

/** Rises with time, so that new rows are neighbours in the index. Not a secret. */
export const newId = (): string => v7();

/** 256 random bits in URL-safe letters. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Calendars and tokens have whole seconds. The database would round up. */
export const wholeSecond = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);

/** The database throws when it compares other text with an ID. */
export const isId = (text: string): boolean => validate(text);
