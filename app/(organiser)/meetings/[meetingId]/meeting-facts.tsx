import { Card } from "@/app/_components/card";
import { DataList } from "@/app/_components/data-list";
import { placeOf } from "@/lib/domains/base-url";
import type { MeetingDetails } from "@/lib/meetings/find";
import { linkTimesInWords } from "../link-times";

export function MeetingFacts({ meeting, timeZone }: { meeting: MeetingDetails; timeZone: string }) {
  const { domain, description } = meeting;
  const place = placeOf(domain.baseUrl);
  return (
    <Card>
      <DataList
        items={[
          { term: "Where", detail: domain.label === place ? place : `${domain.label} (${place})` },
          { term: "Personal links", detail: linkTimesInWords(meeting, timeZone) },
          ...(description
            ? [{ term: "Description", detail: <p className="max-w-prose whitespace-pre-wrap">{description}</p> }]
            : []),
        ]}
      />
    </Card>
  );
}
