type Occurrence = { id: string; startsAt: Date; endsAt: Date };

/** Selects what `onlyOccurrence` needs. */
export const readOccurrence = { select: { id: true, startsAt: true, endsAt: true } } as const;

/** Throws for a series: its callers have to choose an occurrence (docs/decisions/024). */
export function onlyOccurrence({ occurrences: [occurrence, ...others] }: { occurrences: Occurrence[] }): Occurrence {
  if (!occurrence || others.length > 0) throw new Error("A single meeting has exactly one occurrence");
  return occurrence;
}

export function withTime<M extends { occurrences: Occurrence[] }>({ occurrences, ...meeting }: M) {
  const { startsAt, endsAt } = onlyOccurrence({ occurrences });
  return { ...meeting, startsAt, endsAt };
}
