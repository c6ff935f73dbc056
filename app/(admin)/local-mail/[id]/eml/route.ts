import { requireAdmin } from "@/lib/auth";
import { inRequest } from "@/lib/in-request";
import { rawMail } from "@/lib/mail/local/folder";
import { runtime } from "@/lib/runtime";

type Context = { params: Promise<{ id: string }> };

/** The mail as it would have gone out, byte for byte. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id: personId } = await requireAdmin();
  const { id } = await params;
  const found = await inRequest({ personId }, () => rawMail(runtime().env.dataDir, id));
  if (!found) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(found.raw), {
    headers: {
      "Content-Type": "message/rfc822",
      "Content-Disposition": `attachment; filename="${id}.eml"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
