import { type DeliveryKind, Prisma } from "@/prisma/generated/client";

/** Mails that bring or change a person's calendar entry (METHOD:REQUEST, RFC 5546 §3.2.2), with their link. */
export const requestKinds: DeliveryKind[] = ["INVITATION", "UPDATE"];

export const calendarKinds: DeliveryKind[] = [...requestKinds, "CANCELLATION"];

const ofKinds = (kinds: DeliveryKind[]) => Prisma.raw(`d."kind" IN (${kinds.map((kind) => `'${kind}'`).join(", ")})`);

/** In SQL, of a delivery `d`. */
export const isRequest = ofKinds(requestKinds);
export const isCalendarMail = ofKinds(calendarKinds);
