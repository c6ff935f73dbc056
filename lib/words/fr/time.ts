import type { TimeWords } from "@/lib/words/en/time";

export const time: TimeWords = {
  tag: "fr",
  date: ({ weekday, day, month, year }) => `${weekday} ${day === "1" ? "1er" : day} ${month} ${year}`,
  shortDate: ({ day, month, year }) => `${day === "1" ? "1er" : day} ${month} ${year}`,
  time: (time) => time,
  times: (from, until) => `${from}–${until}`,
  moment: (date, time) => `${date} à ${time}`,
  zone: (city) => (/^[AEIOUÀÂÉÈÊÎÔ]/i.test(city) ? `heure d’${city}` : `heure de ${city}`),
  offsets: (zone, start, end) => `${zone}, ${start} au début et ${end} à la fin`,
  unreadable: "un autre horaire, que la réponse de l’agenda ne permet pas de lire",
  regions: {
    Etc: "Temps universel",
    Africa: "Afrique",
    America: "Amérique",
    Antarctica: "Antarctique",
    Arctic: "Arctique",
    Asia: "Asie",
    Atlantic: "Atlantique",
    Australia: "Australie",
    Europe: "Europe",
    Indian: "Océan Indien",
    Pacific: "Pacifique",
  },
};
