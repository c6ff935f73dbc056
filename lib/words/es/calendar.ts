import type { CalendarWords } from "@/lib/words/en/calendar";

export const calendar: CalendarWords = {
  personalLink: "Su enlace personal",
  location: (host) => `Videoconferencia en ${host}. Su enlace personal está en la descripción.`,
  conference: "Videoconferencia",
};
