import ICAL from "ical.js";

/** Octets in a line, without its end (RFC 5545 §3.1). */
const LINE_LIMIT = 75;

/** The form of the file, before anything is read from it. */
export function checkForm(ics: string): string[] {
  const broken: string[] = [];
  if (!ics.endsWith("\r\n")) broken.push("The file does not end with a line end");
  if (/\r(?!\n)|(?<!\r)\n/.test(ics)) broken.push("A line ends with something else than CR LF");
  if (/[^\P{Cc}\r\n]|[\u2028\u2029\p{Cs}]/u.test(ics)) broken.push("There is a bare control character");
  for (const line of ics.split("\r\n").slice(0, -1)) {
    if (Buffer.byteLength(line) > LINE_LIMIT) broken.push(`A line is longer than ${LINE_LIMIT} octets`);
    if (line.trim() === "") broken.push("There is an empty line");
    if (broken.length > 0) break;
  }
  return broken;
}

export type Line = { name: string; line: string };

/** The content lines as a reader puts them together again, with real line ends in their values. */
export function unfold(ics: string): Line[] {
  const lines = ics.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map((line) => ({ name: line.slice(0, line.search(/[:;]/)), line: line.replaceAll("\\n", "\n") }));
}

/** ical.js closes a component at any END, so what it reads would not show a wrong or a missing one. */
export function checkNesting(lines: Line[]): string[] {
  const open: string[] = [];
  for (const { name, line } of lines) {
    if (name === "BEGIN") open.push(line.slice("BEGIN:".length));
    else if (name === "END" && line !== `END:${open.pop()}`) return ["A part ends that was not begun"];
    else if (open.length === 0 && name !== "END" && line !== "") return ["Something stands outside the calendar"];
  }
  return open.length > 0 ? ["A part does not end"] : [];
}

/** Of these, the gate compares the parameters; the others have none. */
const WITH_PARAMETERS = new Set(["ATTENDEE", "ORGANIZER", "CONFERENCE", "DTSTART", "DTEND"]);

/**
 * What the parser read, written again, must be what stands there: it forgives doubled parameters, times in a wrong form
 * and missing escapes, and other readers do not. The rules of the time zone are compared as they stand.
 */
export function checkWritten(ics: string, properties: ICAL.Property[]): string[] {
  const found = ics
    .replace(/BEGIN:VTIMEZONE\r\n.*?\r\nEND:VTIMEZONE\r\n/s, "")
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => !line.startsWith("BEGIN:") && !line.startsWith("END:") && line !== "");
  const broken: string[] = [];
  for (const [i, property] of properties.entries()) {
    const line = found[i] ?? "";
    const name = property.name.toUpperCase();
    const jCal = property.toJSON() as unknown as unknown[];
    if (line !== ICAL.stringify.property(jCal, ICAL.design.icalendar, true))
      broken.push(`${name} is written in another form`);
    if (!WITH_PARAMETERS.has(name) && !line.startsWith(`${name}:`)) broken.push(`${name} has a parameter`);
  }
  return broken;
}
