import type { Database } from "@/lib/db";

const shown = {
  id: true,
  email: true,
  name: true,
  role: true,
  timeZone: true,
  pictureUrl: true,
  disabledAt: true,
  createdAt: true,
} as const;

export const listPeople = (db: Database) =>
  db.prisma.user.findMany({ select: shown, orderBy: [{ name: "asc" }, { id: "asc" }] });

export const findPerson = (db: Database, id: string) => db.prisma.user.findUnique({ where: { id }, select: shown });

export const hasPeople = async (db: Database): Promise<boolean> =>
  (await db.prisma.user.findFirst({ select: { id: true } })) !== null;
