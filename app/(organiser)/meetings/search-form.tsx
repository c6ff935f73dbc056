import { Search } from "lucide-react";
import { Button } from "@/app/_components/button";
import { Input } from "@/app/_components/input";
import type { ListQuery } from "@/lib/meetings/read/list";

/** A plain GET form: the result has an address of its own. */
export function SearchForm({ query: { show, q } }: { query: ListQuery }) {
  return (
    <search className="w-full sm:w-80">
      <form action="/meetings" className="flex gap-2">
        {show === "past" && <input type="hidden" name="show" value="past" />}
        <Input
          key={q}
          type="search"
          name="q"
          aria-label="Search by title"
          placeholder="Search by title"
          maxLength={200}
          defaultValue={q}
        />
        <Button type="submit" className="shrink-0">
          <Search aria-hidden />
          Search
        </Button>
      </form>
    </search>
  );
}
