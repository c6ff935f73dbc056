import { Banner } from "@/app/_components/banner";
import { Button } from "@/app/_components/button";
import { namesInWords } from "../../names-in-words";
import type { OldLinkGroup } from "./edit-state";

/** A link that is out cannot be called back; another room makes it worthless. Said before saving, with the button for it. */
export function OldLinks({ groups, changeRoom }: { groups: OldLinkGroup[]; changeRoom: boolean }) {
  if (changeRoom) {
    return (
      <Banner
        tone="info"
        title="The meeting gets a new room"
        action={
          <Button type="submit" name="intent" value="keep-room" size="small">
            Keep the room
          </Button>
        }
      >
        No link mailed so far leads into it. Whoever is in the old room now stays there until they leave.
      </Banner>
    );
  }
  if (groups.length === 0) return null;
  return (
    <Banner
      tone={groups.some(({ why }) => why !== "time") ? "warning" : "info"}
      title="Links from earlier mails still work"
      action={
        <Button type="submit" name="intent" value="change-room" size="small">
          Change the room
        </Button>
      }
    >
      <ul className="flex flex-col gap-1">
        {groups.map((group) => (
          <li key={`${group.why} ${group.until} ${group.names[0]}`} className="wrap-anywhere">
            {oldLinkInWords(group)}
          </li>
        ))}
      </ul>
      <p className="mt-1">
        They cannot be taken back. Change the room to cut them off now: everybody who stays gets an update with a new
        link.
      </p>
    </Banner>
  );
}

function oldLinkInWords({ names, why, from, until }: OldLinkGroup): string {
  const who = namesInWords(names);
  if (why === "removed") return `${who}, removed, can still go in with the old link until ${until}.`;
  if (why === "role") return `${who} can still go in as moderator with the old link until ${until}.`;
  return `${who}: the old ${names.length === 1 ? "link opens" : "links open"} the room from ${from} until ${until}.`;
}
