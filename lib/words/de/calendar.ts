import type { CalendarWords } from "@/lib/words/en/calendar";

export const calendar: CalendarWords = {
  personalLink: "Ihr persönlicher Link",
  location: (host) => `Videokonferenz auf ${host}. Ihr persönlicher Link steht in der Beschreibung.`,
  conference: "Videokonferenz",
};
