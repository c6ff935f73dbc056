import { expect } from "vitest";
import type { Time } from "@/lib/time/start-and-end";
import type { ReadMail } from "@/tests/support/mail";

type Person = { isOrganiser: boolean; answers: { startsAt: Date | null; endsAt: Date | null; sequence: number }[] };

/**
 * Of one entry's REQUESTs in the order of DTSTAMP, each beside the one before it: another DTSTART or DTEND has a higher
 * SEQUENCE (RFC 5546 §2.1.4), and another time is asked anew, unless that time was answered by then: on the web, or by a
 * reply to the entry.
 */
export function rightOrder(mails: ReadMail[], { isOrganiser, answers }: Person): void {
  const requests = mails
    .filter(({ method }) => method === "REQUEST")
    .map(readEntry)
    .sort((a, b) => a.stamp - b.stamp);
  for (const [i, entry] of requests.slice(1).entries()) {
    const before = requests[i]!;
    const which = `${entry.messageId} after ${before.messageId}`;
    expect(entry.sequence, `SEQUENCE of ${which}`).toBeGreaterThanOrEqual(before.sequence);
    if (entry.reads !== before.reads) expect(entry.sequence, `moved: ${which}`).toBeGreaterThan(before.sequence);
    const answered = answers.some(
      (answer) =>
        `${answer.startsAt?.getTime()} ${answer.endsAt?.getTime()}` === entry.time &&
        answer.sequence >= before.sequence &&
        answer.sequence <= entry.sequence,
    );
    if (entry.time !== before.time && !isOrganiser && !answered)
      expect(entry.partstat, `asked anew: ${which}`).toBe("NEEDS-ACTION");
  }
}

const timeOf = ({ startsAt, endsAt }: Time) => `${startsAt.getTime()} ${endsAt.getTime()}`;

function readEntry({ messageId, event, component }: ReadMail) {
  const times = ["dtstart", "dtend"].map((name) => component.getFirstProperty(name)!.toICALString());
  const stamp = component.getFirstPropertyValue("dtstamp") as unknown as { toJSDate(): Date };
  return {
    messageId,
    stamp: stamp.toJSDate().getTime(),
    sequence: Number(component.getFirstPropertyValue("sequence")),
    /** As it is written, zone and all. */
    reads: times.join(),
    time: timeOf({ startsAt: event.startDate.toJSDate(), endsAt: event.endDate.toJSDate() }),
    partstat: component.getFirstProperty("attendee")!.getParameter("partstat"),
  };
}
