import { Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/app/_components/button";
import { inWords } from "../in-words";
import { PersonRow } from "./person-row";
import type { People } from "./use-people";

type Props = { people: People; organiser: { name: string; email: string } };

export function PeopleRows({ people, organiser }: Props) {
  const { rows, removed, remove, undo } = people;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium" aria-live="polite">
        {rows.length === 0 ? "Only you so far" : `You and ${inWords(rows.length, "participant")}`}
      </p>
      {removed && <Removed name={removed.row.name || removed.row.email} undo={undo} />}
      <ol className="divide-y divide-line rounded-control border border-line">
        <li className="flex flex-wrap items-center justify-between gap-x-4 px-3 py-2.5">
          <span className="wrap-anywhere min-w-0">
            {organiser.name} <span className="text-ink-muted">{organiser.email}</span>
          </span>
          <span className="text-ink-muted text-sm">You, organiser and moderator</span>
        </li>
        {rows.map((row, index) => (
          <PersonRow key={row.key} row={row} index={index} remove={remove} />
        ))}
      </ol>
    </div>
  );
}

/** Takes the focus that was on the removed row. */
function Removed({ name, undo }: { name: string; undo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-sunken py-1 pr-1 pl-3"
    >
      <span className="wrap-anywhere min-w-0">{name || "An empty row"} was removed.</span>
      <Button ref={button} size="small" tone="quiet" onClick={undo}>
        <Undo2 aria-hidden />
        Undo
      </Button>
    </div>
  );
}
