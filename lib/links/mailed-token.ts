import { Prisma } from "@/prisma/generated/client";

type Aliases = { token: string; mail: string };

/** For a JOIN: the room token in a delivery's direct link. A portal link, or a mail without a link, has none. */
export const mailedToken = ({ token, mail }: Aliases = { token: "t", mail: "d" }): Prisma.Sql =>
  Prisma.raw(`"RoomToken" ${token} ON ${token}."linkId" = ${mail}."linkId" AND ${token}."purpose" = 'DELIVERY'`);

export const withMailedToken = {
  link: { include: { roomTokens: { where: { purpose: "DELIVERY" }, include: { credential: true } } } },
} satisfies Prisma.DeliveryInclude;
