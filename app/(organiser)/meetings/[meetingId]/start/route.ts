import { notFound } from "next/navigation";
import { pageLocale } from "@/app/_words/page-locale";
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
  if (result.ok) return handOver(new URL(result.url));
  return result.reason === "not-found" ? notFound() : back(meetingId, result.reason);
}

const back = (meetingId: string, reason: StartRefusal) =>
  see(`/meetings/${encodeURIComponent(meetingId)}?start=${reason}`);

/** 303: the browser asks for the page with GET. */
const see = (location: string) => new Response(null, { status: 303, headers: { Location: location } });

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Answers a form's POST by sending the person on to another site.
 * A 303 will not do: Chromium applies `form-action 'self'` to where a form is redirected, and stays on the page.
 */
function handOver(url: URL): Response {
  const { opening, openingContinue } = pageWords().meetingPage;
  const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);
  const address = escapeHtml(url.href);
  const html = `<!doctype html>
<html lang="${pageLocale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0;url=${address}">
<title>${escapeHtml(opening)}</title>
<main><h1>${escapeHtml(opening)}</h1><p><a href="${address}">${escapeHtml(openingContinue)}</a></p></main>
</html>`;
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
