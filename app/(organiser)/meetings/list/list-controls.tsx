import { Search } from "lucide-react";
import { Button } from "@/app/_components/button";
import { Input } from "@/app/_components/input";
import { Pagination } from "@/app/_components/pagination";
import { Tabs } from "@/app/_components/tabs";
import { pageWords } from "@/app/_words/page-words";
import type { ListQuery, MeetingListPage } from "@/lib/meetings/read/list";

/** The address of a list page; what has its usual value is left out. */
export function listHref({ show, q, after, before }: Partial<ListQuery>): string {
  const parameters = Object.entries({ show: show === "past" ? show : "", q, after, before });
  const query = new URLSearchParams(parameters.filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `/meetings?${query}` : "/meetings";
}

/** Which meetings are listed: upcoming or past, and a search. */
export function ListControls({ query }: { query: ListQuery }) {
  const words = pageWords().meetings;
  const tab = (show: ListQuery["show"]) => ({
    href: listHref({ show, q: query.q }),
    label: words[show],
    current: query.show === show,
  });
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <Tabs label={words.which} tabs={[tab("upcoming"), tab("past")]} />
      <SearchForm query={query} />
    </div>
  );
}

/** A plain GET form: the result has an address of its own. */
function SearchForm({ query: { show, q } }: { query: ListQuery }) {
  const words = pageWords().meetings;
  return (
    <search className="w-full sm:w-80">
      <form action="/meetings" className="flex gap-2">
        {show === "past" && <input type="hidden" name="show" value="past" />}
        <Input
          key={q}
          type="search"
          name="q"
          aria-label={words.searchByTitle}
          placeholder={words.searchByTitle}
          maxLength={200}
          defaultValue={q}
        />
        <Button type="submit" className="shrink-0">
          <Search aria-hidden />
          {words.search}
        </Button>
      </form>
    </search>
  );
}

/** Upcoming meetings run towards later ones, past ones towards earlier ones. */
export function ListPages({ query, page }: { query: ListQuery; page: MeetingListPage }) {
  const { earlier, later } = pageWords().meetings;
  const { show, q } = query;
  const [back, on] = show === "upcoming" ? [earlier, later] : [later, earlier];
  return (
    <Pagination
      previous={page.newer ? { href: listHref({ show, q, before: page.newer }), label: back } : undefined}
      next={page.older ? { href: listHref({ show, q, after: page.older }), label: on } : undefined}
    />
  );
}
