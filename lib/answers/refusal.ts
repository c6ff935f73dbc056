export type AnswerRefusal = "removed" | "cancelled" | "over" | "organiser";

type Facts = { removedAt: Date | null; status: "CONFIRMED" | "CANCELLED"; endsAt: Date; isOrganiser: boolean };

export function answerRefusal({ removedAt, status, endsAt, isOrganiser }: Facts, now: Date): AnswerRefusal | null {
  if (removedAt) return "removed";
  if (status === "CANCELLED") return "cancelled";
  if (endsAt <= now) return "over";
  return isOrganiser ? "organiser" : null;
}
