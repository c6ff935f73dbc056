import { headers } from "next/headers";
import { requestContext } from "@/lib/log";

/** Runs a server action or route handler so that every line it logs carries the ID that the answer has, too. */
export async function inRequest<T>(fields: Record<string, unknown>, run: () => Promise<T>): Promise<T> {
  const requestId = (await headers()).get("x-request-id");
  return requestContext.run({ requestId, ...fields }, run);
}
