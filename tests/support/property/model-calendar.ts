import type { ReadMail } from "@/tests/support/mail";

export type Entry = {
  sequence: number;
  stamp: number;
  cancelled: boolean;
  title: string;
  startsAt: number;
  endsAt: number;
  partstat: string;
};

/**
 * A calendar that does what RFC 5546 §2.1.5 asks: an entry is replaced by one with a higher SEQUENCE, or with the same and
 * a DTSTAMP that is not older, whatever the order of arrival. A cancellation of an entry that it does not know is dropped.
 */
export class ModelCalendar {
  private readonly entries = new Map<string, Entry>();

  receive({ method, event, component }: ReadMail): void {
    const uid = event.uid;
    const known = this.entries.get(uid);
    const sequence = Number(component.getFirstPropertyValue("sequence"));
    const stamp = (component.getFirstPropertyValue("dtstamp") as unknown as { toJSDate(): Date }).toJSDate().getTime();
    const newer = !known || sequence > known.sequence || (sequence === known.sequence && stamp >= known.stamp);
    if (!newer || (method === "CANCEL" && !known)) return;
    this.entries.set(uid, {
      sequence,
      stamp,
      cancelled: method === "CANCEL",
      title: event.summary,
      startsAt: event.startDate.toJSDate().getTime(),
      endsAt: event.endDate.toJSDate().getTime(),
      partstat: String(component.getFirstProperty("attendee")?.getParameter("partstat")),
    });
  }

  /** What the person sees. */
  get shown(): Map<string, Entry> {
    return new Map([...this.entries].filter(([, entry]) => !entry.cancelled));
  }
}
