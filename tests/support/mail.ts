import ICAL from "ical.js";
import { decodeJwt } from "jose";
import { type ParsedMail, simpleParser } from "mailparser";

export type ReadMail = {
  parsed: ParsedMail;
  messageId: string;
  to: string;
  /** The personal link as it stands in the text; null in a cancellation. */
  link: string | null;
  claims: Record<string, unknown> | null;
  method: string;
  event: ICAL.Event;
  component: ICAL.Component;
  attendees: ICAL.Property[];
};

/** Reads a mail as its recipient's programs do: MIME, then the calendar entry, then the link. */
export async function readMail(raw: string): Promise<ReadMail> {
  const parsed = await simpleParser(raw);
  const calendar = new ICAL.Component(ICAL.parse(calendarIn(parsed)));
  const component = calendar.getFirstSubcomponent("vevent")!;
  const link = /https?:\/\/\S+\?jwt=[^\s<>]+/.exec(parsed.text ?? "")?.[0] ?? null;
  const to = [parsed.to ?? []].flat().flatMap((list) => list.value.map(({ address }) => address ?? ""));
  if (to.length !== 1) throw new Error(`A mail to ${to.length} people`);
  return {
    parsed,
    messageId: parsed.messageId!,
    to: to[0]!,
    link,
    claims: link ? decodeJwt(new URL(link).searchParams.get("jwt")!) : null,
    method: String(calendar.getFirstPropertyValue("method")),
    event: new ICAL.Event(component),
    component,
    attendees: component.getAllProperties("attendee"),
  };
}

/** The calendar entry as text. */
export const calendarOf = async (raw: string): Promise<string> => calendarIn(await simpleParser(raw));

function calendarIn({ attachments }: ParsedMail): string {
  const part = attachments.find(({ contentType }) => contentType === "text/calendar");
  if (!part) throw new Error("The mail has no calendar entry");
  return part.content.toString("utf8");
}
