import { Temporal } from "temporal-polyfill";

/**
 * Fills in the end when somebody first asks to choose one, and takes the last day along while it is the first one.
 * @param before the fields as they were
 */
export function followStart(form: HTMLFormElement, before: Record<string, string>): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const [date, startTime, endDate, endTime] = ["date", "startTime", "endDate", "endTime"].map(field);
  if (field("length").value !== "end" || !date?.value || !startTime?.value) return;
  if (before.length !== "end" && endTime!.value === "") {
    const minutes = Number(before.length) || 60;
    const end = Temporal.PlainDateTime.from(`${date.value}T${startTime.value}`).add({ minutes });
    endDate!.value = end.toPlainDate().toString();
    endTime!.value = end.toPlainTime().toString({ smallestUnit: "minute" });
  } else if (before.date && endDate!.value === before.date) endDate!.value = date.value;
}
