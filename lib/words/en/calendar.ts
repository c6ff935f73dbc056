/** What a calendar entry says beyond what its mail says. */
export const calendar = {
  personalLink: "Your personal link",
  location: (host: string) => `Video meeting on ${host}. Your personal link is in the description.`,
  conference: "Video meeting",
};

export type CalendarWords = typeof calendar;
