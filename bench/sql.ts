import type { Database } from "@/lib/db";

type Row = Record<string, string | null>;

/** The queue's own connection: no ORM in between. A text without parameters may hold several statements. */
const execute = (db: Database, text: string) => db.boss.getDb().executeSql(text);

export const plainSql = async (db: Database, text: string): Promise<void> => {
  await execute(db, text);
};

/** Rows with every value as the database prints it, so that they can be written again exactly. */
export async function rowsAsText(db: Database, table: string, where: string): Promise<Row[]> {
  const [schema, name] = table.replaceAll('"', "").split(".");
  const { rows } = await execute(
    db,
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = '${schema}' AND table_name = '${name}' AND is_generated = 'NEVER' ORDER BY ordinal_position`,
  );
  const columns = rows.map((row: { column_name: string }) => `"${row.column_name}"::text`);
  return (await execute(db, `SELECT ${columns.join(",")} FROM ${table} WHERE ${where}`)).rows;
}

const literal = (value: string | null): string => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);

/** One INSERT with all rows. */
export function insertStatement(table: string, rows: Row[]): string {
  const columns = Object.keys(rows[0]!);
  const values = rows.map((row) => `(${columns.map((column) => literal(row[column]!)).join(",")})`);
  return `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(",")}) VALUES ${values.join(",")}`;
}
