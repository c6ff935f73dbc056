type Counts = { ACCEPTED: number; TENTATIVE: number; DECLINED: number; NONE?: number };

/** `3 accepted, 1 maybe, 4 have not answered`; empty as long as there is nothing to count. */
export function answersInWords({ ACCEPTED, TENTATIVE, DECLINED, NONE = 0 }: Counts): string {
  const parts = [
    [ACCEPTED, "accepted"],
    [TENTATIVE, "maybe"],
    [DECLINED, "declined"],
    [NONE, NONE === 1 ? "has not answered" : "have not answered"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString("en")} ${words}`)
    .join(", ");
}
