import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "@/lib/db";

/** The migrations in the folder, as Prisma's engine takes them. `until` is the last one; null: all. */
export function migrationsList(until: string | null) {
  const baseDir = path.join(process.cwd(), "prisma/migrations");
  const directories = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (until === null || entry.name <= until))
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(baseDir, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: directories.map((directory) => ({
      path: directory,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(baseDir, directory, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** An operator can mend it, so it is shown without a stack. */
export class UnusableDatabaseError extends Error {
  override name = "UnusableDatabaseError";
}

/**
 * Asked before the engine is loaded, which takes most of a second.
 * @throws UnusableDatabaseError if a migration was applied in another form. The engine compares only names.
 */
export async function hasAllMigrations(
  { prisma }: Database,
  wanted: Pick<ReturnType<typeof migrationsList>, "migrationDirectories"> = migrationsList(null),
): Promise<boolean> {
  const [table] = await prisma.$queryRaw<
    { name: string | null }[]
  >`SELECT to_regclass('_prisma_migrations')::text AS name`;
  if (!table?.name) return false;
  const rows = await prisma.$queryRaw<{ name: string; checksum: string }[]>`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  for (const { path: name, migrationFile } of wanted.migrationDirectories) {
    const checksum = applied.get(name);
    if (checksum && checksum !== checksumOf(migrationFile.content.value))
      throw new UnusableDatabaseError(
        `This database was made by another version of Latchkey: its migration ${name} is not the one in prisma/migrations.\nStart the version that made it, or use an empty database.`,
      );
  }
  return wanted.migrationDirectories.every(({ path: name }) => applied.has(name));
}

/** As Prisma's engine writes it. */
const checksumOf = (script: string) => createHash("sha256").update(script).digest("hex");
