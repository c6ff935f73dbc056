import Link from "next/link";
import { Card } from "@/app/_components/card";
import { DataList } from "@/app/_components/data-list";
import { placeOf } from "@/lib/domains/base-url";
import type { MeetingDetails } from "@/lib/meetings/read/find";
import type { OutdatedPerson } from "@/lib/meetings/read/outdated";
import { leftLinksInWords } from "../link-times";
import { Description } from "./description";
import { mailedLinksInWords } from "./mailed-links-in-words";
import { Reminders } from "./reminders";

type Props = {
  meeting: MeetingDetails;
  untold: OutdatedPerson[];
  /** When the last link that was mailed ends; null when none opens the room. */
  linksEndAt: Date | null;
  /** Where a banner offers it, once is enough. */
  offersRoom: boolean;
  timeZone: string;
  now: Date;
};

export function MeetingFacts({ meeting, untold, linksEndAt, offersRoom, timeZone, now }: Props) {
  const { domain, description } = meeting;
  const links =
    meeting.status === "CANCELLED"
      ? leftLinksInWords(linksEndAt, timeZone, now)
      : mailedLinksInWords(meeting, untold, timeZone);
  const canChange = !offersRoom && meeting.status === "CONFIRMED" && meeting.endsAt > now;
  const place = placeOf(domain.baseUrl);
  return (
    <Card>
      <DataList
        items={[
          { term: "Where", detail: domain.label === place ? place : `${domain.label} (${place})` },
          {
            term: "Personal links",
            detail: (
              <>
                {links}{" "}
                {canChange && (
                  <Link
                    href={`/meetings/${meeting.id}/edit?room=new`}
                    className="underline underline-offset-2 hover:text-ink"
                  >
                    Change the room
                  </Link>
                )}
              </>
            ),
          },
          ...(meeting.reminders.length > 0
            ? [{ term: "Reminders", detail: <Reminders meeting={meeting} timeZone={timeZone} now={now} /> }]
            : []),
          ...(description ? [{ term: "Description", detail: <Description text={description} /> }] : []),
        ]}
      />
    </Card>
  );
}
