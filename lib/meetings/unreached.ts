/** What somebody does not know because the newest mail about it did not reach them. */
export type Unreached = "invitation" | "update" | "cancellation";

type Mail = { kind: string; status: string };

/** Pure: of somebody's newest calendar mail. Nobody misses an invitation to what is cancelled or no longer theirs. */
export function unreachedBy(mail: Mail | null, isOff: boolean): Unreached | null {
  if (mail?.status !== "FAILED" && mail?.status !== "BOUNCED") return null;
  if (mail.kind === "CANCELLATION") return "cancellation";
  if (isOff) return null;
  return mail.kind === "UPDATE" ? "update" : "invitation";
}
