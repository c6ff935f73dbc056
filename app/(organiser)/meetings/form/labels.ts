/** The form's fields as it names them, in its order. */
export const fieldLabels = {
  title: "Title",
  description: "Description",
  date: "Date",
  startTime: "Start",
  length: "Length",
  endDate: "Last day",
  endTime: "End",
  timeZone: "Time zone",
  domainId: "Where",
  people: "Add people",
  locale: "Language",
  ownReminder: "Another time",
};

const order = Object.keys(fieldLabels);

/** Errors by field in the order of the page; those of rows stand where the rows do. */
export function inPageOrder<E>(errors: Record<string, E>): Record<string, E> {
  const place = (field: string) => (field.startsWith("p-") ? order.indexOf("people") + 0.5 : order.indexOf(field));
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)));
}
