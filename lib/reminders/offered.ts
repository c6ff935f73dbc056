/** Minutes before the start that a form offers to tick. */
export const offeredReminders: readonly number[] = [1440, 60, 15, 10];

/** The control of one offered reminder: a box of its own, since a form's values are read by name. */
export const reminderField = (minutes: number): string => `reminder-${minutes}`;

/** Reminders as the form's controls hold them. */
export function reminderValues(minutes: number[]): Record<string, string> {
  const offered = minutes.filter((one) => offeredReminders.includes(one));
  const own = minutes.find((one) => !offered.includes(one));
  return {
    ...Object.fromEntries(offered.map((one) => [reminderField(one), "on"])),
    ownReminder: own?.toString() ?? "",
  };
}
