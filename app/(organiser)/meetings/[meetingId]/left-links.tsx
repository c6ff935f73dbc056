import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import type { OldLink } from "@/lib/meetings/old-links";
import { oldLinkGroups } from "../old-link-groups";
import { OldLinkList } from "../old-link-list";

type Props = { meetingId: string; links: OldLink[]; timeZone: string };

/** What earlier changes left behind: the same list that the review of a change shows. */
export function LeftLinks({ meetingId, links, timeZone }: Props) {
  if (links.length === 0) return null;
  return (
    <Banner
      tone={links.some(({ why }) => why !== "time") ? "warning" : "info"}
      title="Links from earlier mails still work"
      action={
        <LinkButton href={`/meetings/${meetingId}/edit?room=new`} size="small">
          Change the room
        </LinkButton>
      }
    >
      <OldLinkList groups={oldLinkGroups(links, timeZone)} />
    </Banner>
  );
}
