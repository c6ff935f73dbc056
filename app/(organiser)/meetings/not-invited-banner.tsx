import Link from "next/link";
import { Banner } from "@/app/_components/banner";
import type { NotInvited } from "@/lib/meetings/not-invited";
import { inWords } from "./in-words";

/** So many are linked; once they are mended, the others take their place. */
const mostLinked = 5;

/** On every page of the list: those on another page would be missed otherwise. */
export function NotInvitedBanner({ meetings }: { meetings: NotInvited[] }) {
  if (meetings.length === 0) return null;
  const people = meetings.reduce((sum, meeting) => sum + meeting.people, 0);
  const more = meetings.length - mostLinked;
  return (
    <Banner tone="danger" title={`${inWords(people, "person has", "people have")} not been invited`}>
      <ul>
        {meetings.slice(0, mostLinked).map(({ id, title, people }) => (
          <li key={id}>
            <Link href={`/meetings/${id}`} className="link wrap-anywhere">
              {title}
            </Link>
            : {inWords(people, "person", "people")}
          </li>
        ))}
        {more > 0 && <li>and {inWords(more, "more meeting")}</li>}
      </ul>
    </Banner>
  );
}
