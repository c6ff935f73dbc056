import { headers } from "next/headers";
import { requestContext } from "@/lib/log";

/** Every line logged inside carries the request ID, as the answer does. */
export async function inRequest<T>(fields: Record<string, unknown>, run: () => Promise<T>): Promise<T> {
  const requestId = (await headers()).get("x-request-id");
  return requestContext.run({ requestId, ...fields }, run);
}
