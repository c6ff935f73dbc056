/** Engines still list these zones under old names. */
const renamed: Record<string, string> = {
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
};

export function currentTimeZoneName(zone: string): string {
  return renamed[zone] ?? zone;
}

/** `UTC+5:45` */
export function offsetName(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(at);
  const offset = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return offset === "GMT" ? "UTC" : offset.replace("GMT", "UTC").replace("-", "\u2212");
}

/** `Kathmandu`, `Buenos Aires, Argentina` */
export function cityName(timeZone: string): string {
  return timeZone.split("/").slice(1).reverse().map(placeName).join(", ") || timeZone;
}

/** The zone database has no apostrophes or accents. */
const written: Record<string, string> = {
  Bogota: "Bogotá",
  Bahia_Banderas: "Bahía de Banderas",
  Cordoba: "Córdoba",
  DumontDUrville: "Dumont d’Urville",
  Noumea: "Nouméa",
  Reunion: "Réunion",
  Sao_Paulo: "São Paulo",
  Sao_Tome: "São Tomé",
  St_Johns: "St. John’s",
};

/** `Ho_Chi_Minh` becomes `Ho Chi Minh`, `St_Lucia` becomes `St. Lucia`. */
export const placeName = (part: string): string => written[part] ?? part.replace(/^St_/, "St. ").replaceAll("_", " ");
