export type AnswerRefusal = "removed" | "cancelled" | "over" | "organiser";

type Asked = { removedAt: Date | null; status: "CONFIRMED" | "CANCELLED"; endsAt: Date; isOrganiser: boolean };

/** Pure: why this person is not asked for an answer now, or null. */
export function refusalOf({ removedAt, status, endsAt, isOrganiser }: Asked, now: Date): AnswerRefusal | null {
  if (removedAt) return "removed";
  if (status === "CANCELLED") return "cancelled";
  if (endsAt <= now) return "over";
  return isOrganiser ? "organiser" : null;
}
