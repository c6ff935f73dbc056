import type { ShownPerson } from "@/lib/meetings/read/find";
import { isStoredLocally } from "./delivery-state";

/** So many are drawn at once; a page of 500 with their buttons would be slow to follow live. */
const perPage = 100;

type Test = (person: ShownPerson) => boolean;

/** Answers first, then what became of the mails. */
const isShown = {
  all: () => true,
  accepted: ({ answer, isOrganiser }) => answer === "ACCEPTED" && !isOrganiser,
  tentative: ({ answer }) => answer === "TENTATIVE",
  declined: ({ answer }) => answer === "DECLINED",
  unanswered: ({ answer, isOrganiser }) => answer === "NONE" && !isOrganiser,
  failed: ({ delivery }) => delivery?.status === "FAILED" || delivery?.status === "BOUNCED",
  notSent: ({ delivery }) => delivery?.status === "STORED_LOCALLY",
  queued: ({ delivery }) => delivery?.status === "QUEUED",
  mailed: ({ delivery }) => delivery?.status === "ACCEPTED" && !isStoredLocally(delivery),
  local: ({ delivery }) => delivery?.status === "ACCEPTED" && isStoredLocally(delivery),
} satisfies Record<string, Test>;

export type PeopleTab = keyof typeof isShown;
export const peopleTabs = Object.keys(isShown) as PeopleTab[];

export const shownTab = (show: unknown): PeopleTab => peopleTabs.find((tab) => tab === show) ?? "all";

/** One page of those that the tab shows, and how many each tab would show. */
export function peopleShown(people: ShownPerson[], tab: PeopleTab, wantedPage: unknown) {
  const lists = Object.fromEntries(peopleTabs.map((name) => [name, people.filter(isShown[name])]));
  const counts = Object.fromEntries(peopleTabs.map((name) => [name, lists[name]!.length])) as Record<PeopleTab, number>;
  const list = lists[tab]!;
  const pages = Math.max(1, Math.ceil(list.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(wantedPage)) || 1));
  return { people: list.slice((page - 1) * perPage, page * perPage), page, pages, counts };
}
