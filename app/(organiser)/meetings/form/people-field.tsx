import { UserPlus } from "lucide-react";
import type { ChangeEvent, KeyboardEvent } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Textarea } from "@/app/_components/textarea";
import { PeopleRows } from "./people-rows";
import { RejectedTexts } from "./rejected-texts";
import type { People } from "./use-people";

type Props = { people: People; organiser: { name: string; email: string }; error?: string[] };

export function PeopleField({ people, organiser, error }: Props) {
  const { box, typed, add, text, rejected, note, generation, cameBack } = people;

  function changed(event: ChangeEvent<HTMLTextAreaElement>) {
    typed(event.target.value);
    const { inputType } = event.nativeEvent as InputEvent;
    if (inputType === "insertFromPaste" || inputType === "insertFromDrop") add();
  }

  function addTyped(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  }

  return (
    <>
      <div className="flex flex-col gap-3">
        <Field
          name="people"
          label="Add people"
          hint="One or many at once: addresses, “Ann Lee <ann@example.org>”, or lines from a spreadsheet."
          error={error ?? (rejected.length > 0 ? "This text could not be read and is still in the box." : undefined)}
        >
          {(control) => (
            <Textarea
              key={generation}
              {...control}
              ref={box}
              // Only where the page was loaded anew for it
              autoFocus={cameBack}
              rows={2}
              className="min-h-16"
              spellCheck={false}
              autoComplete="off"
              defaultValue={text}
              onChange={changed}
              onKeyDown={addTyped}
            />
          )}
        </Field>
        <RejectedTexts rejected={rejected} />
        <Button
          type="submit"
          name="intent"
          value="add"
          className="self-start"
          onClick={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <UserPlus aria-hidden />
          Add to the list
        </Button>
        <p role="status" className="text-ink-muted text-sm empty:hidden">
          {note}
        </p>
      </div>
      <PeopleRows people={people} organiser={organiser} />
    </>
  );
}
