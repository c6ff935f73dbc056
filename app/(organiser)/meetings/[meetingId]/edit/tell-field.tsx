import { namesInWords } from "../../names-in-words";
import type { ReviewGroup, TellChoice } from "./edit-state";

/** Saving silently, or telling only some, is a choice; those who must be told are named. */
export function TellField({ groups, choice }: { groups: ReviewGroup[]; choice: TellChoice }) {
  const sent = groups.filter(({ effect }) => effect !== "nothing");
  const free = sent.filter(({ must }) => must === null).flatMap(({ people }) => people);
  const bound = sent.filter(({ must }) => must !== null).flatMap(({ people }) => people);
  if (free.length === 0) return null;
  const except = bound.length > 0 && `Except ${namesInWords(bound.map(({ name, email }) => name || email))}.`;
  const options = [
    { value: "everybody", label: "Tell everybody", description: "Each mail listed here is sent." },
    {
      value: "nobody",
      label: bound.length > 0 ? "Tell only those who have to be told" : "Save without telling anybody",
      description: [
        except ? `No mail to anybody else. ${except}` : "No mail is sent.",
        "Calendars keep showing what they show now.",
      ].join(" "),
    },
    {
      value: "some",
      label: "Choose who is told",
      description: "Take away the mark of those who are left out, in this list.",
    },
  ] as const;
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Who is told</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {options.map(({ value, label, description }) => (
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
