import { inWords } from "../../in-words";
import { namesInWords } from "../../names-in-words";
import type { ShownReview } from "./edit-state";

/** Whose answers are asked for again: of those whom the choice leaves out, nothing is asked. */
export function AskedAgain({ people }: { people: ShownReview["askedAgain"] }) {
  const bound = people.filter(({ must }) => must !== null);
  return (
    <>
      {people.length > 0 && <p className="wrap-anywhere tell-nobody:hidden">{askedInWords(people)}</p>}
      {bound.length > 0 && <p className="wrap-anywhere hidden tell-nobody:block">{askedInWords(bound)}</p>}
    </>
  );
}

const askedInWords = (people: ShownReview["askedAgain"]): string =>
  `${inWords(people.length, "answer is", "answers are")} asked for again, from those who are told of the new time: ${namesInWords(people.map(({ name }) => name))}.`;
