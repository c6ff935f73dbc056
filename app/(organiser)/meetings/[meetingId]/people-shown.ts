import type { ShownPerson } from "@/lib/meetings/read/find";

export type Which = "all" | "yes" | "maybe" | "no" | "open" | "failed" | "kept" | "waiting" | "accepted";

/** So many are drawn at once; a page of 500 with their buttons would be slow to follow live. */
const perPage = 100;

const isShown: Record<Which, (person: ShownPerson) => boolean> = {
  all: () => true,
  yes: ({ answer, isOrganiser }) => answer === "ACCEPTED" && !isOrganiser,
  maybe: ({ answer }) => answer === "TENTATIVE",
  no: ({ answer }) => answer === "DECLINED",
  open: ({ answer, isOrganiser }) => answer === "NONE" && !isOrganiser,
  failed: ({ delivery }) => delivery?.status === "FAILED" || delivery?.status === "BOUNCED",
  kept: ({ delivery }) => delivery?.status === "STORED_LOCALLY",
  waiting: ({ delivery }) => delivery?.status === "QUEUED",
  accepted: ({ delivery }) => delivery?.status === "ACCEPTED",
};

export function shownWhich(show: unknown): Which {
  return typeof show === "string" && Object.hasOwn(isShown, show) ? (show as Which) : "all";
}

/** One page of those that the tab shows, and how many each tab would show. */
export function peopleShown(people: ShownPerson[], which: Which, wantedPage: unknown) {
  const entries = Object.entries(isShown).map(([name, test]) => [name, people.filter(test)] as const);
  const lists = Object.fromEntries(entries) as Record<Which, ShownPerson[]>;
  const counts = Object.fromEntries(entries.map(([name, list]) => [name, list.length])) as Record<Which, number>;
  const list = lists[which];
  const pages = Math.max(1, Math.ceil(list.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(wantedPage)) || 1));
  return { people: list.slice((page - 1) * perPage, page * perPage), page, pages, counts };
}
