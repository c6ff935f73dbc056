import { Prisma } from "@/prisma/generated/client";

/** Names of the room token and of the delivery in a query. */
type Aliases = { token: string; mail: string };

/**
 * To be joined: the room token in the link that a mail carries. It has no row for a portal link, which makes its tokens at the
 * click, nor for a mail without a link.
 */
export const mailedToken = ({ token, mail }: Aliases = { token: "t", mail: "d" }): Prisma.Sql =>
  Prisma.raw(`"RoomToken" ${token} ON ${token}."linkId" = ${mail}."linkId" AND ${token}."purpose" = 'DELIVERY'`);

/** The same for Prisma's queries. */
export const withMailedToken = {
  link: { include: { roomTokens: { where: { purpose: "DELIVERY" }, include: { credential: true } } } },
} satisfies Prisma.DeliveryInclude;
