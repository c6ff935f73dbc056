import { inWords } from "../../in-words";
import type { ReviewGroup } from "./edit-state";
import { mailsOf } from "./review-groups";

/** What the button does, by what is chosen. The style sheet chooses, so that it is true without scripts as well. */
export function SaveLabel({ groups, edited }: { groups: ReviewGroup[]; edited: boolean }) {
  const all = mailsOf(groups);
  const bound = mailsOf(groups.filter(({ must }) => must !== null));
  const send = (count: number) =>
    edited ? `Save and send ${inWords(count, "mail")}` : `Send ${inWords(count, "mail")}`;
  if (all === 0) return "Save changes";
  if (all === bound) return send(all);
  return (
    <>
      <span className="tell-nobody:hidden tell-some:hidden">{send(all)}</span>
      <span className="hidden tell-nobody:inline">{bound > 0 ? send(bound) : "Save, tell nobody"}</span>
      <span className="hidden tell-some:inline">{edited ? "Save and tell those ticked" : "Tell those ticked"}</span>
    </>
  );
}
