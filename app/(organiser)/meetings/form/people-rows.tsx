import { Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/app/_components/button";
import { classNames } from "@/app/_components/class-names";
import { inWords } from "../in-words";
import { PersonRow, personColumns } from "./person-row";
import type { People } from "./use-people";

type Props = { people: People; organiser: { name: string; email: string } };

export function PeopleRows({ people, organiser }: Props) {
  const { rows, removed, remove, undo } = people;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium" aria-live="polite">
        {rows.length === 0 ? "No participants yet" : `You and ${inWords(rows.length, "participant")}`}
      </p>
      {removed && <Removed name={removed.row.name || removed.row.email} undo={undo} />}
      <div className="rounded-control border border-line">
        {/* For the eye: each field has its own label. */}
        <div
          aria-hidden
          className={classNames(personColumns, "border-line border-b px-3 py-1.5 text-ink-muted text-sm phone:hidden")}
        >
          <span>Name</span>
          <span>Email</span>
          <span>Role</span>
        </div>
        <ol className="divide-y divide-line phone:divide-line-strong">
          <li className="gap-2 px-3 py-2.5 sm:grid sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_12.25rem]">
            <p className="wrap-anywhere min-w-0">{organiser.name}</p>
            <p className="wrap-anywhere min-w-0 text-ink-muted">{organiser.email}</p>
            <p className="text-ink-muted phone:text-sm">You, moderator</p>
          </li>
          {rows.map((row, index) => (
            <PersonRow key={row.key} row={row} index={index} remove={remove} />
          ))}
        </ol>
      </div>
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
