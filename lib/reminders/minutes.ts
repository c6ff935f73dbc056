/** The least and most minutes between a reminder and the start. */
export const minReminderMinutes = 1;
export const maxReminderMinutes = 4 * 7 * 24 * 60;

/** Minutes before the start that a form offers to tick. */
export const offeredReminders: readonly number[] = [1440, 60, 15, 10];

export const reminderField = (minutes: number): string => `reminder-${minutes}`;

/** The form's values by name. */
export function reminderValues(minutes: number[]): Record<string, string> {
  const offered = minutes.filter((one) => offeredReminders.includes(one));
  const own = minutes.find((one) => !offered.includes(one));
  return {
    ...Object.fromEntries(offered.map((one) => [reminderField(one), "on"])),
    ownReminder: own?.toString() ?? "",
  };
}
