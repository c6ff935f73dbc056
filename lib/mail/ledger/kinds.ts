import { type DeliveryKind, Prisma } from "@/prisma/generated/client";

/** Mails that bring or change a person's calendar entry (METHOD:REQUEST, RFC 5546 §3.2.2), with their link. */
export const invitationKinds: DeliveryKind[] = ["INVITATION", "UPDATE"];

export const calendarKinds: DeliveryKind[] = [...invitationKinds, "CANCELLATION"];

const ofKinds = (kinds: DeliveryKind[]) => Prisma.raw(`d."kind" IN (${kinds.map((kind) => `'${kind}'`).join(", ")})`);

/** In SQL, of a delivery `d`. */
export const isInvitation = ofKinds(invitationKinds);
export const isCalendarMail = ofKinds(calendarKinds);
