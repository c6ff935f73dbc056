import { type RefObject, useRef, useState } from "react";
import { useWords } from "@/app/_words/use-words";
import { type Person, samePerson } from "@/lib/participants/person";
import { addPasted, readRows } from "@/lib/participants/rows";
import { leftInBox, type MeetingFormState, type PeopleState } from "./form-state";

/** `number` stays with the row while others come and go; `key` changes when the row is to be filled anew. */
export type ShownRow = Person & { number: number; key: string; error?: string };

type Shown = Omit<PeopleState, "rows" | "errors" | "goesOn"> & {
  rows: ShownRow[];
  removed: { row: ShownRow; index: number } | null;
  /** Rises with every answer of the server. */
  generation: number;
  nextNumber: number;
};

export type People = ReturnType<typeof usePeople>;

/**
 * The participants' rows in the browser. What is typed into them stays in the document and is read from there, so
 * that a letter in one of 500 rows renders nothing.
 */
export function usePeople(
  state: MeetingFormState,
  { form, ownEmail }: { form: RefObject<HTMLFormElement | null>; ownEmail: string },
) {
  const words = useWords().meetingForm.people;
  const [answer, setAnswer] = useState(state);
  const [shown, setShown] = useState(() => show(state, 0));
  // What was typed since; what could not be read is nobody.
  const [inBox, setInBox] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  if (answer !== state) {
    setAnswer(state);
    setInBox(false);
    setShown((before) => show(state, before.generation + 1));
  }
  const typedRows = () => readRows(new FormData(form.current!));

  function add() {
    const given = typedRows();
    const added = addPasted(given, box.current!.value, ownEmail);
    const rest = leftInBox(added, words);
    box.current!.value = rest.text;
    setInBox(false);
    setShown((before) => {
      let { nextNumber } = before;
      const rows = added.rows.map((row, i) => {
        const known = before.rows[i];
        if (known && samePerson(row, given[i]!)) return known;
        const number = known?.number ?? nextNumber;
        return { ...row, number, key: `${before.generation}-${nextNumber++}` };
      });
      return { ...before, ...rest, rows, nextNumber, removed: null };
    });
    box.current!.focus();
  }

  function remove(index: number) {
    const typed = typedRows()[index]!;
    setShown((before) => ({
      ...before,
      note: "",
      rows: before.rows.filter((_, i) => i !== index),
      removed: { row: { ...before.rows[index]!, ...typed }, index },
    }));
  }

  function undo() {
    setShown((before) => {
      if (!before.removed) return before;
      const { row, index } = before.removed;
      return { ...before, rows: before.rows.toSpliced(index, 0, row), removed: null };
    });
  }

  const cameBack = state.people?.goesOn === true && Object.keys(state.fieldErrors ?? {}).length === 0;
  const typed = (text: string) => setInBox(text.trim() !== "");
  return { ...shown, box, inBox, typed, add, remove, undo, cameBack };
}

function show({ people }: MeetingFormState, generation: number): Shown {
  const { rows = [], text = "", rejected = [], note = "", errors = {} } = people ?? {};
  return {
    text,
    rejected,
    note,
    rows: rows.map((row, number) => ({
      ...row,
      number,
      key: `${generation}-${number}`,
      error: errors[number],
    })),
    removed: null,
    generation,
    nextNumber: rows.length,
  };
}
