import ICAL from "ical.js";

type JCal = [name: string, properties: unknown[], components: JCal[]];

const zoneAtTheTop =
  /^BEGIN:VCALENDAR\r\n(?:(?!BEGIN:|END:).*\r\n)*?(BEGIN:VTIMEZONE\r\n[\s\S]*?\r\nEND:VTIMEZONE\r\n)/;
const read = new Map<string, JCal>();

/**
 * What ical.js reads in a file. The rules of its time zone are half of it and the same bytes for everybody invited: they are
 * read once, and whatever else the file holds is read every time.
 */
export function readCalendar(ics: string): ICAL.Component {
  const block = zoneAtTheTop.exec(ics)?.[1];
  const known = block && read.get(block);
  if (known) {
    const [name, properties, components] = ICAL.parse(ics.replace(block, "")) as JCal;
    return new ICAL.Component([name, properties, [known, ...components]] as never);
  }
  const calendar = ICAL.parse(ics) as JCal;
  const zone = calendar[2]?.[0];
  if (block && zone?.[0] === "vtimezone") {
    if (read.size >= 500) read.clear();
    read.set(block, zone);
  }
  return new ICAL.Component(calendar as never);
}
