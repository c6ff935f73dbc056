type Occurrence = { id: string; startsAt: Date; endsAt: Date };

/** For Prisma, in what is read of a meeting: what `onlyOccurrence` needs. */
export const readOccurrence = { select: { id: true, startsAt: true, endsAt: true } } as const;

/**
 * The time of a single meeting. Whoever calls this has to choose among occurrences once a meeting can have several
 * (docs/decisions/024).
 */
export function onlyOccurrence({ occurrences: [occurrence, ...others] }: { occurrences: Occurrence[] }): Occurrence {
  if (!occurrence || others.length > 0) throw new Error("A single meeting has exactly one occurrence");
  return occurrence;
}

/** The meeting with the time of its only occurrence. */
export function withTime<M extends { occurrences: Occurrence[] }>({ occurrences, ...meeting }: M) {
  const { startsAt, endsAt } = onlyOccurrence({ occurrences });
  return { ...meeting, startsAt, endsAt };
}
