import type { WantedPerson } from "@/lib/meetings/plan/desired-meeting";
import { namesInWords } from "../../names-in-words";
import type { FactChange } from "./edit-state";
import { newAddresses } from "./new-addresses";

type Person = Pick<WantedPerson, "email" | "name" | "role" | "isOrganiser">;

/** So many lines of one kind are listed. */
const mostListed = 8;

/** Pure, in words: who comes, who goes, and what is different about those who stay. */
export function peopleChanges(before: Person[], after: Person[]): FactChange[] {
  const [was, is] = [before, after].map((people) => new Map(people.map((person) => [person.email, person])));
  const gone = before.filter(({ email }) => !is!.has(email));
  const came = after.filter(({ email }) => !was!.has(email));
  const moved = newAddresses(gone, came);
  const stay = after.flatMap((now) => (was!.has(now.email) ? [{ past: was!.get(now.email)!, now }] : []));
  const roles = stay.filter(({ past, now }) => past.role !== now.role);
  const names = stay.filter(({ past, now }) => past.name !== now.name);
  return [
    line("New address", listed(moved.map(({ from, to }) => `${to.name}: ${from.email} → ${to.email}`))),
    line("Added", named(came.filter((person) => !moved.some(({ to }) => to === person)))),
    line("Removed", named(gone.filter((person) => !moved.some(({ from }) => from === person)))),
    line(
      "Role",
      listed(roles.map(({ past, now }) => `${nameOf(now)}: ${roleWords[past.role]} → ${roleWords[now.role]}`)),
    ),
    line("Name", listed(names.map(({ past, now }) => `${nameOf(past)} → ${now.name || "no name"}`))),
  ].filter(({ after }) => after !== "");
}

const roleWords = { MODERATOR: "Moderator", ATTENDEE: "Participant" };
const nameOf = ({ name, email }: Person) => name || email;
const line = (label: string, after: string): FactChange => ({ label, before: null, after });

const named = (people: Person[]) =>
  namesInWords(
    people.map((person) => (person.role === "MODERATOR" ? `${nameOf(person)} (moderator)` : nameOf(person))),
    mostListed,
  );

function listed(lines: string[]): string {
  const more = lines.length - mostListed;
  return (more > 1 ? [...lines.slice(0, mostListed), `and ${more.toLocaleString("en")} others`] : lines).join("\n");
}
