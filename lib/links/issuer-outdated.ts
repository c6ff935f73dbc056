import { Prisma } from "@/prisma/generated/client";

/**
 * For a token `t` and the domain `o` of its credential: the domain was edited since, so the link leads elsewhere or its
 * token says something that the server no longer accepts.
 */
export const saysAnotherDomain = Prisma.sql`(t."baseUrl", t."subject", t."audience")
  IS DISTINCT FROM (o."baseUrl", o."subject", o."audience")`;
