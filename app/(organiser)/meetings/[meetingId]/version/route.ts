import { viewer } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { findAnswersVersion } from "@/lib/meetings/read/answers-version";
import { runtime } from "@/lib/runtime";

type Context = { params: Promise<{ meetingId: string }> };

/** For an open meeting page: a text that changes when somebody has answered. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [organiser, { meetingId }] = await Promise.all([viewer(), params]);
  const version =
    organiser && isId(meetingId) ? await findAnswersVersion(runtime().db, { meetingId, viewer: organiser }) : null;
  return new Response(version, { status: version === null ? 404 : 200, headers: { "Content-Type": "text/plain" } });
}
