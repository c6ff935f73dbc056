import Link from "next/link";
import { Banner } from "@/app/_components/banner";
import type { NotInvited } from "@/lib/meetings/read/not-invited";
import { inWords } from "./in-words";
import { unreachedTitle } from "./unreached-in-words";

/** So many are linked; once they are mended, the others take their place. */
const mostLinked = 5;

/** On every page of the list: those on another page would be missed otherwise. */
export function NotInvitedBanner({ meetings }: { meetings: NotInvited[] }) {
  const sum = (which: "notInvited" | "notInvitedYet") => meetings.reduce((sum, meeting) => sum + meeting[which], 0);
  const [notInvited, notInvitedYet] = [sum("notInvited"), sum("notInvitedYet")];
  const title = unreachedTitle({ notInvited, notInvitedYet });
  if (!title) return null;
  const more = meetings.length - mostLinked;
  return (
    <Banner {...title}>
      <ul>
        {meetings.slice(0, mostLinked).map((meeting) => (
          <li key={meeting.id}>
            <Link href={`/meetings/${meeting.id}`} className="link wrap-anywhere">
              {meeting.title}
            </Link>
            : {howMany(meeting, notInvited > 0)}
          </li>
        ))}
        {more > 0 && <li>and {inWords(more, "more meeting")}</li>}
      </ul>
    </Banner>
  );
}

/** `1 person, 2 not yet`; where the title speaks of nobody else, `yet` stands there. */
function howMany({ notInvited, notInvitedYet }: NotInvited, sayYet: boolean): string {
  const people = (count: number) => inWords(count, "person", "people");
  if (notInvitedYet === 0) return people(notInvited);
  if (notInvited > 0) return `${people(notInvited)}, ${notInvitedYet.toLocaleString("en")} not yet`;
  return sayYet ? `${people(notInvitedYet)} not yet` : people(notInvitedYet);
}
