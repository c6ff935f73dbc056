import { readFileSync } from "node:fs";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Database } from "@/lib/db";
import { hasAllMigrations, migrationsList, UnusableDatabaseError } from "@/lib/missing-migrations";

/** Prisma's migration engine as WebAssembly (docs/decisions/002). */
type SchemaEngine = {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  schemaPush(input: unknown): Promise<{ executedSteps: number; unexecutable: string[]; warnings: string[] }>;
  free(): void;
};

const filters = { externalTables: [], externalEnums: [] };

// Once per process (docs/decisions/002).
let loaded: ReturnType<typeof loadBindings> | null = null;

async function loadBindings() {
  // By hand: the package's entry imports the .wasm as a module, which Node cannot do yet.
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = path.join(process.cwd(), "node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

async function withSchemaEngine<T>(
  { adapterFactory }: Database,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadBindings();
  const { SchemaEngine } = await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory);
  const connections: { dispose(): Promise<unknown> }[] = [];
  const connect = async () => {
    const connection = await adapter.connect();
    if (connection.ok) connections.push(connection.value);
    return connection;
  };
  const engine = (await SchemaEngine.new({ datamodels: [["schema.prisma", readSchema()]] }, () => {}, {
    ...adapter,
    connect,
  })) as unknown as SchemaEngine;
  try {
    return await use(engine);
  } finally {
    engine.free();
    // The engine leaves its connection open, and on it the lock that other processes wait for.
    for (const connection of connections) await connection.dispose();
  }
}

const readSchema = () => readFileSync(path.join(process.cwd(), "prisma/schema.prisma"), "utf8");
const schemaFiles = () => ({ files: [{ path: "schema.prisma", content: readSchema() }] });

/**
 * One process at a time. Returns the names of new migrations. `until` is the last one to apply; null: the newest.
 * @throws UnusableDatabaseError if an earlier migration failed, or was applied in another form
 */
export async function applyMigrations(
  database: Database,
  { until = null }: { until?: string | null } = {},
): Promise<string[]> {
  const wanted = migrationsList(until);
  if (await hasAllMigrations(database, wanted)) return [];
  return withSchemaEngine(database, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: wanted, filters }).catch(inWords);
    return appliedMigrationNames;
  });
}

function inWords(error: Error & { code?: string }): never {
  if (error.code !== "P3009") throw error;
  const name = /`(\d+_[^`]*)`/.exec(error.message)?.[1] ?? "";
  throw new UnusableDatabaseError(
    `The migration ${name} did not finish in an earlier start, so the database is between two versions.\nRestore the backup from before the update, then start again.`,
    { cause: error },
  );
}

/** Steps from the migrated database to the schema: 0 when the migrations are complete. */
export async function stepsToSchema(database: Database): Promise<number> {
  return withSchemaEngine(database, async (engine) => {
    const result = await engine.schemaPush({ force: false, schema: schemaFiles(), filters });
    return result.executedSteps + result.unexecutable.length;
  });
}
