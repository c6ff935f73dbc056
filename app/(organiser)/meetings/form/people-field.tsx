import { UserPlus } from "lucide-react";
import type { ChangeEvent, KeyboardEvent } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Textarea } from "@/app/_components/textarea";
import { errorInWords } from "@/app/_words/errors-in-words";
import { useWords } from "@/app/_words/use-words";
import type { RejectedText } from "@/lib/participants/parse";
import { PeopleRows } from "./people-rows";
import type { People } from "./use-people";

type Props = { people: People; organiser: { name: string; email: string }; error?: string[] };

export function PeopleField({ people, organiser, error }: Props) {
  const { people: words, fields, hints } = useWords().meetingForm;
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
          label={fields.people}
          hint={hints.people}
          error={error ?? (rejected.length > 0 ? words.unread : undefined)}
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
          {words.add}
        </Button>
        <p role="status" className="text-ink-muted text-sm empty:hidden">
          {note}
        </p>
      </div>
      <PeopleRows people={people} organiser={organiser} />
    </>
  );
}

const maxShown = 20;

/** Each text that could not be read, with its reason. The text itself is in the box above. */
function RejectedTexts({ rejected }: { rejected: RejectedText[] }) {
  const words = useWords().meetingForm.people;
  if (rejected.length === 0) return null;
  const more = rejected.length - maxShown;
  return (
    <ul aria-label={words.unreadList} className="flex flex-col gap-1 text-sm">
      {rejected.slice(0, maxShown).map(({ text, reason }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text may be there twice
        <li key={i} className="wrap-anywhere border-danger border-l-2 pl-3">
          <mark className="bg-transparent font-medium text-ink">{shorten(text)}</mark>
          <span className="text-danger"> {errorInWords({ code: reason })}</span>
        </li>
      ))}
      {more > 0 && <li className="text-ink-muted">{words.moreUnread(more)}</li>}
    </ul>
  );
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
