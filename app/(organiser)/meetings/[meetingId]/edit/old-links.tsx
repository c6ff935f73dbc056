import { Banner } from "@/app/_components/banner";
import { Button } from "@/app/_components/button";
import type { OldLinkGroup } from "../../old-link-groups";
import { OldLinkList } from "../../old-link-list";

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
      <OldLinkList groups={groups} />
      <p className="mt-1">
        They cannot be taken back. Change the room to cut them off now: everybody who stays gets an update with a new
        link.
      </p>
    </Banner>
  );
}
