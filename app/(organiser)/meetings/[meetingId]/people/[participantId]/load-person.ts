import { notFound } from "next/navigation";
import { cache } from "react";
import { requireOrganiser, type Viewer } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { personHistory } from "@/lib/meetings/read/history";
import { previewMail } from "@/lib/meetings/read/preview";
import { runtime } from "@/lib/runtime";

export type PersonParams = Promise<{ meetingId: string; participantId: string }>;

/** The person of the address, once a request. Somebody in another organiser's meeting answers like nobody. */
export const personOf = cache(async (meetingId: string, participantId: string) => {
  const organiser = await requireOrganiser();
  if (!isId(meetingId) || !isId(participantId)) notFound();
  const wanted = { meetingId, participantId, viewer: organiser };
  const person = await personHistory(runtime().db, wanted);
  return { organiser, person: person ?? notFound() };
});

/** @param deliveryId anything that the address may hold; empty: the newest */
export async function previewOf(participantId: string, viewer: Viewer, deliveryId: unknown) {
  const { db, keys, mail, env } = runtime();
  const given = typeof deliveryId === "string" && deliveryId !== "" ? deliveryId : null;
  if (given !== null && !isId(given)) notFound();
  const { sender } = await mail.current();
  const wanted = { participantId, viewer, deliveryId: given };
  return previewMail(db, wanted, { keys, sender, publicUrl: env.publicUrl });
}
