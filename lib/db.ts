import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { fromPglite, PgBoss } from "pg-boss";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

/** Rows and jobs live in one database, so that one transaction can write both. */
export type Database = {
  prisma: PrismaClient;
  boss: PgBoss;
  kind: "pglite" | "postgres";
  adapterFactory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
};

export type Transaction = Prisma.TransactionClient;

/** For 500 participants on a busy machine. PGlite has one connection, so transactions also wait for each other. */
const transactionOptions = { maxWait: 20_000, timeout: 30_000 };

/**
 * A PostgreSQL server when there is an address, else PGlite, which belongs to one process.
 * @param dataDir null: in memory (tests)
 */
export async function openDatabase(options: { databaseUrl: string | null; dataDir: string | null }): Promise<Database> {
  return options.databaseUrl ? openPostgres(options.databaseUrl) : openPglite(options.dataDir);
}

const pgliteFolder = (dataDir: string) => path.join(dataDir, "pglite");

/** False before the first start with PGlite, which makes its folder. */
export const databaseExists = ({ databaseUrl, dataDir }: { databaseUrl: string | null; dataDir: string }): boolean =>
  databaseUrl !== null || existsSync(pgliteFolder(dataDir));

export const databaseAnswers = ({ prisma }: Pick<Database, "prisma">): Promise<boolean> =>
  prisma.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );

function openPostgres(connectionString: string): Database {
  // The adapter writes and reads instants without a zone, so the session has to be in UTC.
  const adapterFactory = new PrismaPg({ connectionString, max: 10, options: "-c TimeZone=UTC" });
  const prisma = new PrismaClient({ adapter: adapterFactory, transactionOptions });
  const boss = new PgBoss({ connectionString, max: 4, ...bossOptions });
  return { prisma, boss, kind: "postgres", adapterFactory, close: () => prisma.$disconnect() };
}

/** PGlite's default, 160 MB, is never given back. From a folder, 16 MB is as fast; in memory it is much slower. */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];

async function openPglite(dataDir: string | null): Promise<Database> {
  if (dataDir) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create({
    dataDir: dataDir ? pgliteFolder(dataDir) : undefined,
    extensions: { pg_trgm },
    ...(dataDir && { startParams }),
  });
  const adapterFactory = awaitingScripts(new PrismaPGlite(pglite), pglite);
  const prisma = new PrismaClient({ adapter: adapterFactory, transactionOptions });
  const boss = new PgBoss({ db: fromPglite(pglite), backend: "pglite", ...bossOptions });
  const close = async () => {
    await prisma.$disconnect();
    await pglite.close();
  };
  return { prisma, boss, kind: "pglite", adapterFactory, close };
}

/** pglite-prisma-adapter 0.7.2 does not wait for a script, so a migration that fails would count as applied. */
function awaitingScripts(factory: PrismaPGlite, pglite: PGlite): PrismaPGlite {
  const connect = factory.connect.bind(factory);
  const executeScript = async (sql: string) => {
    await pglite.exec(sql);
  };
  factory.connect = async () => Object.assign(await connect(), { executeScript });
  return factory;
}

const bossOptions = {
  useListenNotify: true,
  schedule: false,
  monitorVacuum: false,
  reindex: false,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
} as const;
