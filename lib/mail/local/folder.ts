import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { localMailDir } from "@/lib/mail/delivery/transport";

// Admins only: these mails hold personal links.

const mailFile = /^([0-9a-f]{32})\.eml$/;
const mailId = /^[0-9a-f]{32}$/;

export type DatedMail = {
  id: string;
  at: Date;
};

/** Newest first. Opens no file. */
export async function datedMails(dataDir: string): Promise<DatedMail[]> {
  const dir = localMailDir(dataDir);
  const ids = (await unlessMissing(readdir(dir)))?.flatMap((file) => mailFile.exec(file)?.[1] ?? []) ?? [];
  const dated = await Promise.all(
    ids.map(async (id) => {
      const found = await unlessMissing(stat(fileOf(dir, id)));
      return found?.isFile() ? [{ id, at: found.mtime }] : [];
    }),
  );
  return dated.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || a.id.localeCompare(b.id));
}

/** Null for an ID of another shape: it could be a path. */
export async function rawMail(dataDir: string, id: string): Promise<{ raw: Buffer; at: Date } | null> {
  if (!mailId.test(id)) return null;
  const file = fileOf(localMailDir(dataDir), id);
  const found = await unlessMissing(stat(file));
  const raw = found?.isFile() ? await unlessMissing(readFile(file)) : null;
  return found && raw ? { raw, at: found.mtime } : null;
}

export async function deleteMail(dataDir: string, id: string): Promise<void> {
  if (mailId.test(id)) await rm(fileOf(localMailDir(dataDir), id), { force: true });
}

export async function hasMails(dataDir: string): Promise<boolean> {
  return (await unlessMissing(readdir(localMailDir(dataDir))))?.some((file) => mailFile.test(file)) ?? false;
}

const fileOf = (dir: string, id: string) => path.join(dir, `${id}.eml`);

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
