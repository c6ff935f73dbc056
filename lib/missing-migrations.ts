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

/** Asked before the engine is loaded, which takes most of a second. */
export async function hasAllMigrations(
  { prisma }: Database,
  wanted: Pick<ReturnType<typeof migrationsList>, "migrationDirectories"> = migrationsList(null),
): Promise<boolean> {
  const [table] = await prisma.$queryRaw<
    { name: string | null }[]
  >`SELECT to_regclass('_prisma_migrations')::text AS name`;
  if (!table?.name) return false;
  const rows = await prisma.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map((row) => row.migration_name));
  return wanted.migrationDirectories.every((directory) => applied.has(directory.path));
}
