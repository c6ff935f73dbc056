import type { ListQuery } from "@/lib/meetings/read/list";

/** The address of a list page; what has its usual value is left out. */
export function listHref({ show, q, after, before }: Partial<ListQuery>): string {
  const parameters = Object.entries({ show: show === "past" ? show : "", q, after, before });
  const query = new URLSearchParams(parameters.filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `/meetings?${query}` : "/meetings";
}
