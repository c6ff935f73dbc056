import { Banner } from "@/app/_components/banner";
import { Button } from "@/app/_components/button";
import { OldLinkBanner } from "../../old-link-banner";
import type { OldLinkGroup } from "../../old-link-groups";

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
  return (
    <OldLinkBanner
      groups={groups}
      action={
        <Button type="submit" name="intent" value="change-room" size="small">
          Change the room
        </Button>
      }
    >
      <p className="mt-1">
        A link that is out stays valid for its room. Change the room to cut them off now: everybody who stays gets an
        update with a new link.
      </p>
    </OldLinkBanner>
  );
}
