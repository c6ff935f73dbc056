import { changesBetween, type MeetingFacts } from "@/lib/meetings/plan/meeting-facts";
import { formatWhen } from "@/lib/time/when";
import type { FactChange } from "./edit-state";

const longestShown = 160;

/** In words, what of the meeting is different. `domainName` gives a domain's name by its ID. */
export function factChanges(
  before: MeetingFacts,
  after: MeetingFacts,
  domainName: (domainId: string) => string,
): FactChange[] {
  const changes = changesBetween(before, after);
  const shown: FactChange[] = [];
  if (changes.includes("title")) shown.push({ label: "Title", before: before.title, after: after.title });
  if (changes.includes("time") || changes.includes("zone"))
    shown.push({ label: "Time", before: formatWhen(before), after: formatWhen(after) });
  if (changes.includes("domain"))
    shown.push({ label: "Where", before: domainName(before.domainId), after: domainName(after.domainId) });
  if (changes.includes("room")) shown.push({ label: "Room", before: null, after: "A new one" });
  if (changes.includes("description"))
    shown.push({ label: "Description", before: textOf(before.description), after: textOf(after.description) });
  return shown;
}

function textOf(text: string): string {
  if (text === "") return "None";
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
