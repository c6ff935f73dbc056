import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { namesInWords } from "../names-in-words";
import { changesInWords } from "./edit/change-in-words";
import { untoldGroups, untoldInWords } from "./untold-in-words";

/** Stays until everybody knows how the meeting stands. The way on leads to the review, which sends nothing by itself. */
export function UntoldPeople({ meetingId, people }: { meetingId: string; people: OutdatedPerson[] }) {
  if (people.length === 0) return null;
  const others = people.filter(({ isOrganiser }) => !isOrganiser);
  const groups = untoldGroups(others);
  const alone = others.length === 0;
  return (
    <Banner
      tone={alone ? "info" : "warning"}
      title={untoldInWords(people)}
      action={
        <LinkButton href={`/meetings/${meetingId}/edit?review=untold`} size="small">
          {alone
            ? "Send it to me"
            : others.length === 1
              ? "Tell them"
              : `Tell all ${others.length.toLocaleString("en")}`}
        </LinkButton>
      }
    >
      <ul>
        {groups.map(({ changes, names }) => (
          <li key={changes.join()} className="wrap-anywhere">
            {namesInWords(names)}: {changesInWords(changes)}.
          </li>
        ))}
      </ul>
      {!alone && others.length < people.length && <p>Your own calendar entry was not changed either.</p>}
    </Banner>
  );
}
