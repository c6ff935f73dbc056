import ICAL from "ical.js";

export type ReplyOptions = {
  method?: string;
  partstat?: string | null;
  /** Other than the one in the invitation; null: no ATTENDEE at all. */
  attendee?: string | null;
  /** null: no DTSTAMP. */
  stampedAt?: Date | null;
  sequence?: number;
  uid?: string;
  comment?: string;
  /** Outlook.com leaves it away. */
  organizer?: boolean;
  /** For a COUNTER: hours later than planned. */
  laterByHours?: number;
  /** In UTC, or as it stands in the reply. */
  recurrenceId?: Date | string;
};

/** What a calendar knows of an invitation, where the whole mail is of no weight. */
export const calendarEntry = ({ uid, email }: { uid: string; email: string }): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nSEQUENCE:0\r\nDTSTAMP:20261124T090000Z\r\nDTSTART:20261125T100000Z\r\nDTEND:20261125T110000Z\r\nORGANIZER:mailto:invites@example.org\r\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${email}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

/** What a calendar answers to an invitation (RFC 5546 §3.2.3): the same entry, with the person's PARTSTAT. */
export function calendarReply(invitation: string, options: ReplyOptions = {}): string {
  const { method = "REPLY", partstat = "ACCEPTED", stampedAt = new Date(), organizer = true } = options;
  const calendar = new ICAL.Component(ICAL.parse(invitation));
  const event = calendar.getFirstSubcomponent("vevent")!;
  calendar.updatePropertyWithValue("method", method);
  for (const name of ["description", "location", "url", "conference"]) event.removeAllProperties(name);
  if (!organizer) event.removeAllProperties("organizer");
  if (stampedAt === null) event.removeAllProperties("dtstamp");
  else event.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(stampedAt, true));
  if (options.sequence !== undefined) event.updatePropertyWithValue("sequence", options.sequence);
  const { recurrenceId } = options;
  if (recurrenceId instanceof Date)
    event.addPropertyWithValue("recurrence-id", ICAL.Time.fromJSDate(recurrenceId, true));
  else if (recurrenceId) event.addProperty(ICAL.Property.fromString(`RECURRENCE-ID;VALUE=TEXT:${recurrenceId}`));
  if (options.uid !== undefined) event.updatePropertyWithValue("uid", options.uid);
  if (options.comment !== undefined) event.addPropertyWithValue("comment", options.comment);
  const attendee = event.getFirstProperty("attendee")!;
  if (options.attendee === null) event.removeProperty(attendee);
  else if (options.attendee !== undefined) attendee.setValue(options.attendee);
  attendee.removeParameter("rsvp");
  if (partstat === null) attendee.removeParameter("partstat");
  else attendee.setParameter("partstat", partstat);
  for (const name of options.laterByHours ? ["dtstart", "dtend"] : []) {
    const property = event.getFirstProperty(name)!;
    const time = property.getFirstValue() as ICAL.Time;
    time.adjust(0, options.laterByHours!, 0, 0);
    property.setValue(time);
  }
  return calendar.toString();
}

export type MailShape = "gmail" | "exchange" | "thunderbird" | "bare";

type MailOptions = { from: string; to: string; shape?: MailShape; headers?: string[]; method?: string };

/** The reply as mail, in the form in which a program sends it. */
export function replyMail(
  ics: string,
  { from, to, shape = "gmail", headers = [], method = "REPLY" }: MailOptions,
): string {
  const base64 = Buffer.from(ics).toString("base64").replace(/.{76}/g, "$&\r\n");
  const calendar = {
    plain: `Content-Type: text/calendar; charset="UTF-8"; method=${method}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${ics}`,
    base64: `Content-Type: text/calendar; charset="utf-8"; method=${method}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`,
    file: `Content-Type: application/ics; name="invite.ics"\r\nContent-Disposition: attachment; filename="invite.ics"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`,
  };
  const text = 'Content-Type: text/plain; charset="UTF-8"\r\n\r\nAn answer to your invitation.\r\n';
  const body = {
    gmail: multipart("mixed", [multipart("alternative", [text, calendar.plain]), calendar.file]),
    exchange: multipart("alternative", [text, calendar.base64]),
    thunderbird: multipart("mixed", [text, calendar.plain]),
    bare: calendar.base64,
  }[shape];
  const heading = [
    `From: ${from}`,
    `To: ${to}`,
    "Subject: Accepted: Board meeting",
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${crypto.randomUUID()}@calendar.example>`,
    ...headers,
    "MIME-Version: 1.0",
  ];
  return `${heading.join("\r\n")}\r\n${body}`;
}

let boundaries = 0;

/** A part, with its header, made of parts. */
export function multipart(subtype: string, parts: string[], parameters = ""): string {
  const boundary = `part-${++boundaries}`;
  const inner = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"${parameters}\r\n\r\n${inner}--${boundary}--\r\n`;
}

type Report = { to: string; action?: string; status?: string; diagnostic?: string; type?: string };

/** A delivery report (RFC 3464) as servers write it. */
export function deliveryReport({ to, action = "failed", status = "5.1.1", diagnostic, type }: Report): string {
  const fields = [
    "Final-Recipient: rfc822; ben@example.org",
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic === undefined ? [] : [`Diagnostic-Code: ${diagnostic}`]),
  ];
  const parts = [
    "Content-Type: text/plain\r\n\r\nYour mail could not be delivered.\r\n",
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n${fields.join("\r\n")}\r\n`,
    "Content-Type: message/rfc822\r\n\r\nSubject: Invitation\r\n\r\nThe mail.\r\n",
  ];
  const heading = [
    "From: MAILER-DAEMON@mx.example.org",
    `To: ${to}`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
  ];
  return `${heading.join("\r\n")}\r\n${multipart("report", parts, `; report-type=${type ?? "delivery-status"}`)}`;
}
