import { notFound } from "next/navigation";
import { inRequest } from "@/lib/in-request";
import { type PersonParams, personOf, previewOf } from "../load-person";

/** The preview's own HTML, for the frame. The policy that proxy.ts sets for this path lets it run and load nothing. */
export async function GET(request: Request, { params }: { params: PersonParams }): Promise<Response> {
  const { meetingId, participantId } = await params;
  const { organiser } = await personOf(meetingId, participantId);
  const mail = new URL(request.url).searchParams.get("mail");
  const preview = await inRequest({ personId: organiser.id }, () => previewOf(participantId, organiser, mail));
  if (!preview?.ok) notFound();
  // A link followed inside the frame would show a foreign page in the middle of ours.
  return new Response(`${preview.mail.html}<base target="_blank">`, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
