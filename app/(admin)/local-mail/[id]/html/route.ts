import { requireAdmin } from "@/lib/auth";
import { inRequest } from "@/lib/in-request";
import { findMail } from "../find-mail";

type Context = { params: Promise<{ id: string }> };

/** The mail's own HTML, for the frame. The policy that proxy.ts sets for this path lets it run and load nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id: personId } = await requireAdmin();
  const mail = await inRequest({ personId }, () => findMail(params));
  // A link followed inside the frame would show a foreign page in the middle of ours. Behind the mail, whose first line
  // has to stay its doctype.
  return new Response(`${mail.html}<base target="_blank">`, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
