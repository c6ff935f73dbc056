import { Undo2, X } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { Button } from "@/app/_components/button";
import { classNames } from "@/app/_components/class-names";
import { FieldError } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { useWords } from "@/app/_words/use-words";
import { personInput } from "@/lib/participants/person";
import { emailFieldId } from "./form-state";
import type { People, ShownRow } from "./use-people";

/** Shared with the heads of the columns. On a phone a person takes three lines: name, email, and role with the way out. */
const personColumns =
  "grid grid-cols-[minmax(0,1fr)_2.75rem] gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_9rem_2.75rem]";

type Props = { people: People; organiser: { name: string; email: string } };

export function PeopleRows({ people, organiser }: Props) {
  const words = useWords().meetingForm.people;
  const { rows, removed, remove, undo } = people;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium" aria-live="polite">
        {rows.length === 0 ? words.none : words.youAnd(rows.length)}
      </p>
      {removed && <Removed name={removed.row.name || removed.row.email} undo={undo} />}
      <div className="rounded-control border border-line">
        {/* For the eye: each field has its own label. */}
        <div
          aria-hidden
          className={classNames(personColumns, "border-line border-b px-3 py-1.5 text-ink-muted text-sm phone:hidden")}
        >
          <span>{words.name}</span>
          <span>{words.email}</span>
          <span>{words.role}</span>
        </div>
        <ol className="divide-y divide-line phone:divide-line-strong">
          <li className="gap-2 px-3 py-2.5 sm:grid sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_12.25rem]">
            <p className="wrap-anywhere min-w-0">{organiser.name}</p>
            <p className="wrap-anywhere min-w-0 text-ink-muted">{organiser.email}</p>
            <p className="text-ink-muted phone:text-sm">{words.youModerator}</p>
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
  const words = useWords().meetingForm.people;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-sunken py-1 pr-1 pl-3"
    >
      <span className="wrap-anywhere min-w-0">{name ? words.removed(name) : words.removedEmpty}</span>
      <Button ref={button} size="small" tone="quiet" onClick={undo}>
        <Undo2 aria-hidden />
        {words.undo}
      </Button>
    </div>
  );
}

type RowProps = { row: ShownRow; index: number; remove: (index: number) => void };

/** Equal as long as the row is the same one in the same place: 500 of them must not render for one. */
const PersonRow = memo(
  function PersonRow({ row, index, remove }: RowProps) {
    const id = emailFieldId(row.number);
    const words = useWords().meetingForm.people;
    return (
      <li className="px-3 py-3 sm:py-2">
        <div className={personColumns}>
          <Input
            name={personInput("name")}
            aria-label={words.nameOf(index + 1)}
            placeholder={words.name}
            autoComplete="off"
            defaultValue={row.name}
            className="phone:order-1 phone:col-span-2"
          />
          <Input
            id={id}
            name={personInput("email")}
            // Not of type email: the browser would turn an international domain into what nobody typed.
            inputMode="email"
            aria-label={words.emailOf(index + 1)}
            placeholder={words.email}
            autoComplete="off"
            spellCheck={false}
            defaultValue={row.email}
            aria-invalid={row.error ? true : undefined}
            aria-describedby={row.error ? `${id}-error` : undefined}
            className="phone:order-2 phone:col-span-2"
          />
          <Select
            name={personInput("role")}
            aria-label={words.roleOf(index + 1)}
            defaultValue={row.role}
            className="phone:order-4"
          >
            <option value="ATTENDEE">{words.roles.ATTENDEE}</option>
            <option value="MODERATOR">{words.roles.MODERATOR}</option>
          </Select>
          <Button
            type="submit"
            tone="quiet"
            name="intent"
            value={`remove-${index}`}
            aria-label={words.removeRow(index + 1)}
            title={words.remove}
            className="px-0 phone:order-5"
            onClick={(event) => {
              event.preventDefault();
              remove(index);
            }}
          >
            <X aria-hidden />
          </Button>
          {row.error && (
            <div className="phone:order-3 phone:col-span-2 sm:col-start-2">
              <FieldError id={`${id}-error`} errors={[row.error]} />
            </div>
          )}
        </div>
      </li>
    );
  },
  (before, after) => before.row === after.row && before.index === after.index,
);
