import type { TimeWords } from "@/lib/words/en/time";

export const time: TimeWords = {
  tag: "es",
  date: ({ weekday, day, month, year }) => `${weekday} ${day} de ${month} de ${year}`,
  shortDate: ({ day, month, year }) => `${day} ${month} ${year}`,
  time: (time) => time,
  times: (from, until) => `${from}–${until}`,
  moment: (date, time) => `${date} a ${time.startsWith("01:") ? "la" : "las"} ${time}`,
  zone: (city) => `hora de ${city}`,
  offsets: (zone, start, end) => `${zone}, ${start} al principio y ${end} al final`,
  unreadable: "otra hora, que no se puede leer en la respuesta del calendario",
  regions: {
    Etc: "Hora universal",
    Africa: "África",
    America: "América",
    Antarctica: "Antártida",
    Arctic: "Ártico",
    Asia: "Asia",
    Atlantic: "Atlántico",
    Australia: "Australia",
    Europe: "Europa",
    Indian: "Océano Índico",
    Pacific: "Pacífico",
  },
};
