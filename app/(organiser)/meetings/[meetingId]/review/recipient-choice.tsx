import { useWords } from "@/app/_words/use-words";
import { nameOrEmail } from "@/lib/participants/person";
import type { PageWords } from "@/lib/words/en/pages";
import type { RecipientChoice, ReviewGroup, ShownReview } from "./shown-review";

type Choice = RecipientChoice["to"];
type Props = { groups: ReviewGroup[]; choice: Choice; edited: boolean };

/** Saving silently, or mailing only some, is a choice; those who need a mail are named. */
export function RecipientChoiceField({ groups, choice, edited }: Props) {
  const words = useWords().review.choice;
  const sent = groups.filter(({ effect }) => effect !== "nothing");
  const free = sent.filter(({ neededBecause }) => neededBecause === null).flatMap(({ people }) => people);
  const needed = sent.filter(({ neededBecause }) => neededBecause !== null);
  if (free.length === 0) return null;
  const options: { value: Choice; label: string; hint: string }[] = [
    { value: "everybody", label: words.everybody, hint: words.everybodyHint },
    needed.length > 0
      ? { value: "nobody", label: words.onlyNeeded, hint: onlyNeededHint(needed, words) }
      : { value: "nobody", label: words.nobody, hint: words.nobodyHint },
    { value: "some", label: words.some, hint: words.someHint },
  ];
  // Where nothing is changed there is nothing to save without a mail.
  const offered = options.filter(({ value }) => edited || needed.length > 0 || value !== "nobody");
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{words.legend}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {offered.map(({ value, label, hint }) => (
          <label
            key={value}
            className="flex min-h-11 gap-3 rounded-control border border-line bg-surface p-3 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="mailTo"
              value={value}
              defaultChecked={value === choice}
              className="mt-0.5 size-4.5 shrink-0 accent-accent"
            />
            <span className="wrap-anywhere min-w-0">
              <span className="block font-medium">{label}</span>
              <span className="block text-ink-muted text-sm">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function onlyNeededHint(needed: ReviewGroup[], words: PageWords["review"]["choice"]): string {
  const people = needed.flatMap((group) => group.people);
  return words.onlyNeededHint(people.map(nameOrEmail), [...new Set(needed.map(({ effect }) => effect))]);
}

/** So many mails these are: another address is an invitation and a cancellation. */
const mailsOf = (groups: ReviewGroup[]): number =>
  groups
    .filter(({ effect }) => effect !== "nothing")
    .reduce((sum, { effect, people }) => sum + people.length * (effect === "address" ? 2 : 1), 0);

/** What the button does, by what is chosen. The style sheet chooses, so that it is true without scripts as well. */
export function SaveLabel({ groups, edited }: Pick<ShownReview, "groups" | "edited">) {
  const words = useWords().review.save;
  const all = mailsOf(groups);
  const needed = mailsOf(groups.filter(({ neededBecause }) => neededBecause !== null));
  const send = edited ? words.andSend : words.send;
  if (all === 0) return words.changes;
  if (all === needed) return send(all);
  return (
    <>
      <span className="mail-nobody:hidden mail-some:hidden">{send(all)}</span>
      <span className="hidden mail-nobody:inline">{needed > 0 ? send(needed) : words.silently}</span>
      <span className="hidden mail-some:inline">{edited ? words.andSendTicked : words.sendTicked}</span>
    </>
  );
}
