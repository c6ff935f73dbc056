import type { TimeWords } from "@/lib/words/en/time";

export const time: TimeWords = {
  tag: "de",
  date: ({ weekday, day, month, year }) => `${weekday}, ${day}. ${month} ${year}`,
  shortDate: ({ day, month, year }) => `${day}. ${month} ${year}`,
  time: (time) => `${time} Uhr`,
  times: (from, until) => `${from}–${until} Uhr`,
  moment: (date, time) => `${date}, ${time}`,
  zone: (city) => `Ortszeit ${city}`,
  offsets: (zone, start, end) => `${zone}, ${start} am Anfang und ${end} am Ende`,
  unreadable: "eine andere Zeit, die sich aus der Antwort des Kalenders nicht lesen lässt",
  regions: {
    Etc: "Weltzeit",
    Africa: "Afrika",
    America: "Amerika",
    Antarctica: "Antarktis",
    Arctic: "Arktis",
    Asia: "Asien",
    Atlantic: "Atlantik",
    Australia: "Australien",
    Europe: "Europa",
    Indian: "Indischer Ozean",
    Pacific: "Pazifik",
  },
};
