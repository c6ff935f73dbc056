import { notFound } from "next/navigation";
import { findDomain } from "@/lib/domains/queries";
import { isId } from "@/lib/ids";
import { runtime } from "@/lib/runtime";

/** The domain of the address, with its active credential. */
export async function domainOf(params: Promise<{ id: string }>) {
  const { id } = await params;
  const domain = isId(id) ? await findDomain(runtime().db, { id, now: new Date() }) : null;
  if (!domain) notFound();
  const { credentials, _count, ...rest } = domain;
  return { ...rest, credential: credentials[0] ?? null, upcoming: _count.meetings };
}
