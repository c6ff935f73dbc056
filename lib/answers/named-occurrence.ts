/** The occurrence that a calendar's reply names (RECURRENCE-ID, RFC 5545 §3.8.4.4). */
export type NamedOccurrence = {
  /** An instant, or a wall time with its zone: `2026-11-24T15:45:00[Asia/Kathmandu]`. */
  recurrenceId: string;
  /** Null if unreadable. */
  startsAt: Date | null;
};
