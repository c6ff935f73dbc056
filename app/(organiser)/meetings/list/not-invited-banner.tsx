import { Banner } from "@/app/_components/banner";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import type { NotInvited } from "@/lib/meetings/read/not-invited";
import type { PageWords } from "@/lib/words/en/pages";
import { undeliveredTitle } from "../undelivered";

/** So many are linked; once they are mended, the others take their place. */
const maxLinked = 5;

/** On every page of the list: those on another page would be missed otherwise. */
export function NotInvitedBanner({ meetings }: { meetings: NotInvited[] }) {
  const { problems, meetings: words } = pageWords();
  const sum = (which: "notInvited" | "notInvitedYet") => meetings.reduce((sum, meeting) => sum + meeting[which], 0);
  const counts = { notInvited: sum("notInvited"), notInvitedYet: sum("notInvitedYet") };
  const title = undeliveredTitle(counts, problems);
  if (!title) return null;
  const more = meetings.length - maxLinked;
  return (
    <Banner {...title}>
      <ul>
        {meetings.slice(0, maxLinked).map((meeting) => (
          <li key={meeting.id}>
            <Link href={`/meetings/${meeting.id}`} className="link wrap-anywhere">
              {meeting.title}
            </Link>
            {`: ${howMany(meeting, counts.notInvited > 0, words.notInvited)}`}
          </li>
        ))}
        {more > 0 && <li>{words.notInvited.moreMeetings(more)}</li>}
      </ul>
    </Banner>
  );
}

type Words = PageWords["meetings"]["notInvited"];

/** `1 not invited, 2 being retried`; where the title speaks of no failure, people are enough. */
function howMany({ notInvited, notInvitedYet }: NotInvited, anyFailed: boolean, words: Words): string {
  if (notInvitedYet === 0) return words.people(notInvited);
  if (notInvited > 0) return words.failedAndRetrying(notInvited, notInvitedYet);
  return anyFailed ? words.retrying(notInvitedYet) : words.people(notInvitedYet);
}
