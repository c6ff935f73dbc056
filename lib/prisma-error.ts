import { Prisma } from "@/prisma/generated/client";

/** Somebody else wrote the same unique value first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
