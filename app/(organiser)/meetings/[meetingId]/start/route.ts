import { notFound } from "next/navigation";
import { handOver } from "@/app/_components/hand-over";
import { viewer } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { inRequest } from "@/lib/in-request";
import { startMeeting } from "@/lib/meetings/start";
import { runtime } from "@/lib/runtime";
import type { StartRefusal } from "../start-refused";

type Context = { params: Promise<{ meetingId: string }> };

/** "Start meeting": mints a moderator token for the organiser and takes them into the room. POST only, from our own page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { meetingId } = await params;
  if (!isFromHere(request.headers)) return back(meetingId, "foreign");
  const organiser = await viewer();
  if (!organiser) return see(`/sign-in?next=/meetings/${encodeURIComponent(meetingId)}`);
  if (!isId(meetingId)) notFound();
  const { db, keys } = runtime();
  const result = await inRequest({ personId: organiser.id }, () =>
    startMeeting(db, keys, { meetingId, viewer: organiser, now: new Date() }),
  );
  if (result.ok) return handOver(new URL(result.url), "Opening the meeting");
  return result.reason === "not-found" ? notFound() : back(meetingId, result.reason);
}

/** A browser says in one of the two headers which page sent the form; what says neither is no browser's form. */
function isFromHere(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

const back = (meetingId: string, reason: StartRefusal) =>
  see(`/meetings/${encodeURIComponent(meetingId)}?start=${reason}`);

/** 303: the browser asks for the page with GET. */
const see = (location: string) => new Response(null, { status: 303, headers: { Location: location } });
