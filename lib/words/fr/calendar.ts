import type { CalendarWords } from "@/lib/words/en/calendar";

export const calendar: CalendarWords = {
  personalLink: "Votre lien personnel",
  location: (host) => `Visioconférence sur ${host}. Votre lien personnel se trouve dans la description.`,
  conference: "Visioconférence",
};
