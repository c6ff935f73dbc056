import { X } from "lucide-react";
import { memo } from "react";
import { Button } from "@/app/_components/button";
import { FieldError } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { emailFieldId } from "./form-state";
import type { ShownRow } from "./use-people";

type Props = { row: ShownRow; index: number; remove: (index: number) => void };

/** Shared with the heads of the columns. On a phone a person takes three lines: name, email, and role with the way out. */
export const personColumns =
  "grid grid-cols-[minmax(0,1fr)_2.75rem] gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_9rem_2.75rem]";

/** Equal as long as the row is the same one in the same place: 500 of them must not render for one. */
export const PersonRow = memo(
  function PersonRow({ row, index, remove }: Props) {
    const id = emailFieldId(row.number);
    const of = ` of participant ${index + 1}`;
    return (
      <li className="px-3 py-3 sm:py-2">
        <div className={personColumns}>
          <Input
            name="p-name"
            aria-label={`Name${of}`}
            placeholder="Name"
            autoComplete="off"
            defaultValue={row.name}
            className="phone:order-1 phone:col-span-2"
          />
          <Input
            id={id}
            name="p-email"
            // Not of type email: the browser would turn an international domain into what nobody typed.
            inputMode="email"
            aria-label={`Email${of}`}
            placeholder="Email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={row.email}
            aria-invalid={row.error ? true : undefined}
            aria-describedby={row.error ? `${id}-error` : undefined}
            className="phone:order-2 phone:col-span-2"
          />
          <Select name="p-role" aria-label={`Role${of}`} defaultValue={row.role} className="phone:order-4">
            <option value="ATTENDEE">Participant</option>
            <option value="MODERATOR">Moderator</option>
          </Select>
          <Button
            type="submit"
            tone="quiet"
            name="intent"
            value={`remove-${index}`}
            aria-label={`Remove participant ${index + 1}`}
            title="Remove"
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
