import { columnTypes } from "@/lib/participants/person";
import { Prisma } from "@/prisma/generated/client";

const list = (write: (column: string, type: string) => string) =>
  Prisma.raw(columnTypes.map(([field, type]) => write(`"${field}"`, type)).join(", "));

/** `p."email", p."name", …` for table alias `p`. */
export const personColumns = (table = "") => list((column) => (table ? `${table}.${column}` : column));

/** `"email" text, "name" text, …` for jsonb_to_recordset. */
export const personDefinitions = list((column, type) => `${column} ${type}`);

/** `"email" = c."email", …` for an UPDATE. */
export const personAssignments = (table: string) => list((column) => `${column} = ${table}.${column}`);
