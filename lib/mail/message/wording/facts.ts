/** How long a link works, in words; `until` names the day only where it is another one. */
export type Window = { from: string; until: string; sameDay: boolean; zone: string };

/** How many answered what, as numbers of the language. */
export type Counts = { accepted: string; tentative: string; declined: string; open: string };
