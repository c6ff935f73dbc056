import { Prisma } from "@/prisma/generated/client";

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";

const prismaErrors = [
  Prisma.PrismaClientKnownRequestError,
  Prisma.PrismaClientUnknownRequestError,
  Prisma.PrismaClientInitializationError,
];

/** SQLSTATE class 22, and a unique value twice: the value is at fault. */
const ofTheValue = /^22|^23505$/;

/** The database failed or could not be reached. The value is not at fault. */
export function isOfTheDatabase(error: unknown): boolean {
  if (!prismaErrors.some((kind) => error instanceof kind)) return false;
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };
  return !ofTheValue.test(meta?.driverAdapterError?.cause?.originalCode ?? "");
}
