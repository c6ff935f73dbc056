import { namesInWords } from "./names-in-words";
import type { OldLinkGroup } from "./old-link-groups";

/** Whose links still open the room, and until when. */
export function OldLinkList({ groups }: { groups: OldLinkGroup[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {groups.map((group) => (
        <li key={`${group.why} ${group.from} ${group.until}`} className="wrap-anywhere">
          {oldLinkInWords(group)}
        </li>
      ))}
    </ul>
  );
}

function oldLinkInWords({ names, why, from, until }: OldLinkGroup): string {
  const who = namesInWords(names);
  if (why === "removed") return `${who}, removed, can still go in with the old link until ${until}.`;
  if (why === "role") return `${who} can still go in as moderator with the old link until ${until}.`;
  return `${who}: the old ${names.length === 1 ? "link opens" : "links open"} the room from ${from} until ${until}.`;
}
