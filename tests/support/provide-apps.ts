import { randomUUID } from "node:crypto";
import type { TestProject } from "vitest/node";
import { openDatabase } from "@/lib/db";
import { startApp } from "./app";
import { appSecret } from "./installation";
import { settle } from "./people";
import { createDatabase } from "./postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** On PostgreSQL, set up, without a worker: what changes, changes by what the tests do. */
    quietApp: { baseUrl: string; dataDir: string; databaseUrl: string };
  }
}

/** One app for all files whose tests keep to meetings of their own. */
export default async function setup(project: TestProject) {
  const databaseUrl = await createDatabase(
    project.getProvidedContext().postgresUrl,
    `quiet_${randomUUID()}`,
    "template",
  );
  const db = await openDatabase({ databaseUrl, dataDir: null });
  await settle(db);
  await db.close();
  const app = await startApp({ env: { DATABASE_URL: databaseUrl, APP_SECRET: appSecret, WORKER: "separate" } });
  project.provide("quietApp", { baseUrl: app.baseUrl, dataDir: app.dataDir, databaseUrl });
  return async () => {
    await app.stop();
  };
}
