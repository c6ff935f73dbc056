import { namesInWords } from "../../names-in-words";
import { effectWords } from "./change-in-words";
import type { ReviewGroup, TellChoice } from "./edit-state";

/** Saving silently, or telling only some, is a choice; those who must be told are named. */
export function TellField({ groups, choice, edited }: { groups: ReviewGroup[]; choice: TellChoice; edited: boolean }) {
  const sent = groups.filter(({ effect }) => effect !== "nothing");
  const free = sent.filter(({ must }) => must === null).flatMap(({ people }) => people);
  const bound = sent.filter(({ must }) => must !== null).flatMap(({ people }) => people);
  if (free.length === 0) return null;
  const options = [
    { value: "everybody", label: "Tell everybody", description: "Each mail listed here is sent." },
    {
      value: "nobody",
      label: bound.length > 0 ? "Tell only those who have to be told" : "Save without telling anybody",
      description: [
        bound.length > 0 ? onlyInWords(sent) : "No mail is sent.",
        bound.length > 0
          ? "Other calendars keep showing what they show now."
          : "Calendars keep showing what they show now.",
      ].join(" "),
    },
    {
      value: "some",
      label: "Choose who is told",
      description: "Untick whoever should not be told.",
    },
  ] as const;
  // Where nothing is changed there is nothing to save without telling anybody.
  const offered = options.filter(({ value }) => edited || bound.length > 0 || value !== "nobody");
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Who is told</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {offered.map(({ value, label, description }) => (
          <label
            key={value}
            className="flex min-h-11 gap-3 rounded-control border border-line bg-surface p-3 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="tell"
              value={value}
              defaultChecked={value === choice}
              className="mt-0.5 size-4.5 shrink-0 accent-accent"
            />
            <span className="wrap-anywhere min-w-0">
              <span className="block font-medium">{label}</span>
              <span className="block text-ink-muted text-sm">{description}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** `Only Ann gets a mail (cancellation).` */
function onlyInWords(sent: ReviewGroup[]): string {
  const bound = sent.filter(({ must }) => must !== null);
  const people = bound.flatMap((group) => group.people);
  const what = [...new Set(bound.map(({ effect }) => effectWords[effect].toLowerCase()))].join(", ");
  const who = namesInWords(people.map(({ name, email }) => name || email));
  return `Only ${who} ${people.length === 1 ? "gets a mail" : "get mails"} (${what}).`;
}
