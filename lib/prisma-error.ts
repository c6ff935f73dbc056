import { Prisma } from "@/prisma/generated/client";

/** Somebody else wrote the same unique value first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";

const prismaErrors = [
  Prisma.PrismaClientKnownRequestError,
  Prisma.PrismaClientUnknownRequestError,
  Prisma.PrismaClientInitializationError,
];

/** SQLSTATE of values that cannot be written (class 22, and a unique one twice): they say something about what was written. */
const ofTheValue = /^22|^23505$/;

/** Whether the database failed, or could not be reached, whatever it was asked to write. */
export function isOfTheDatabase(error: unknown): boolean {
  if (!prismaErrors.some((kind) => error instanceof kind)) return false;
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } };
  return !ofTheValue.test(meta?.driverAdapterError?.cause?.originalCode ?? "");
}
