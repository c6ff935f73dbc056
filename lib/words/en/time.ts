type DayParts = { weekday: string; day: string; month: string; year: string };

type Region =
  | "Etc"
  | "Africa"
  | "America"
  | "Antarctica"
  | "Arctic"
  | "Asia"
  | "Atlantic"
  | "Australia"
  | "Europe"
  | "Indian"
  | "Pacific";

/** How a language puts a date and a time together; `Intl` has their names. */
export type TimeWords = {
  /** For `Intl`. */
  tag: string;
  date: (parts: DayParts) => string;
  /** `24 Nov 2026` from the abbreviated month. */
  shortDate: (parts: DayParts) => string;
  time: (time: string) => string;
  times: (from: string, until: string) => string;
  /** A date with its time. */
  moment: (date: string, time: string) => string;
  zone: (city: string) => string;
  offsets: (zone: string, start: string, end: string) => string;
  /** A calendar can propose a time without saying clearly which. */
  unreadable: string;
  /** The first part of an IANA zone name. */
  regions: Record<Region, string>;
};

export const time: TimeWords = {
  tag: "en-GB",
  date: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  shortDate: ({ day, month, year }) => `${day} ${month.slice(0, 3)} ${year}`,
  time: (time) => time,
  times: (from, until) => `${from}–${until}`,
  moment: (date, time) => `${date}, ${time}`,
  zone: (city) => `${city} time`,
  offsets: (zone, start, end) => `${zone}, ${start} at the start and ${end} at the end`,
  unreadable: "another time, which their calendar did not write readably",
  regions: {
    Etc: "Universal",
    Africa: "Africa",
    America: "America",
    Antarctica: "Antarctica",
    Arctic: "Arctic",
    Asia: "Asia",
    Atlantic: "Atlantic",
    Australia: "Australia",
    Europe: "Europe",
    Indian: "Indian Ocean",
    Pacific: "Pacific",
  },
};
