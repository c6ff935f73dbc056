/** The occurrence that a calendar's reply names (RECURRENCE-ID, RFC 5545 §3.8.4.4). */
export type NamedOccurrence = {
  /** As the parser reads it: an instant, or a wall time with its zone. */
  recurrenceId: string;
  /** Null: it could not be read. */
  startsAt: Date | null;
};
