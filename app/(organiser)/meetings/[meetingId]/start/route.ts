import { notFound } from "next/navigation";
import { handOver } from "@/app/_components/hand-over";
import { pageWords } from "@/app/_words/page-words";
import { viewer } from "@/lib/auth";
import { isFromOwnPage } from "@/lib/foreign-write";
import { isId } from "@/lib/ids";
import { inRequest } from "@/lib/in-request";
import { startMeeting } from "@/lib/meetings/start";
import { runtime } from "@/lib/runtime";
import type { StartRefusal } from "../problems/problem-banner";

type Context = { params: Promise<{ meetingId: string }> };

/** "Start meeting": mints a moderator token for the organiser and takes them into the room. POST only, from our own page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { meetingId } = await params;
  if (!isFromOwnPage(request.headers)) return back(meetingId, "foreign");
  const organiser = await viewer();
  if (!organiser) return see(`/sign-in?next=/meetings/${encodeURIComponent(meetingId)}`);
  if (!isId(meetingId)) notFound();
  const { db, keys } = runtime();
  const result = await inRequest({ personId: organiser.id }, () =>
    startMeeting(db, keys, { meetingId, viewer: organiser, now: new Date() }),
  );
  if (result.ok) return handOver(new URL(result.url), pageWords().meetingPage.opening);
  return result.reason === "not-found" ? notFound() : back(meetingId, result.reason);
}

const back = (meetingId: string, reason: StartRefusal) =>
  see(`/meetings/${encodeURIComponent(meetingId)}?start=${reason}`);

/** 303: the browser asks for the page with GET. */
const see = (location: string) => new Response(null, { status: 303, headers: { Location: location } });
