import ICAL from "ical.js";

export type CalendarProperty = {
  name: string;
  value: string;
  parameters: string;
  /** Read with the entry's own VTIMEZONE. */
  at: Date | null;
};

export type CalendarEntry = { method: string; properties: CalendarProperty[] };

export function readCalendarEntry(ics: string): CalendarEntry | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(ics));
    const event = calendar.getFirstSubcomponent("vevent");
    if (!event) return null;
    const method = String(calendar.getFirstPropertyValue("method") ?? "");
    return { method, properties: event.getAllProperties().map(readProperty) };
  } catch {
    return null;
  }
}

function readProperty(property: ICAL.Property): CalendarProperty {
  const [, parameters] = property.toJSON() as [string, Record<string, string | string[]>];
  const values = property.getValues();
  const [first] = values;
  return {
    name: property.name.toUpperCase(),
    value: values.map(String).join(", "),
    parameters: Object.entries(parameters)
      .map(([name, value]) => `${name.toUpperCase()}=${[value].flat().join(",")}`)
      .join(" · "),
    at: first instanceof ICAL.Time && !first.isDate ? first.toJSDate() : null,
  };
}
