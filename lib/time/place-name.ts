/** Names that the zone database cannot write: it has no blanks, apostrophes or accents. */
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

/** A part of a zone's name as people write it: `Ho Chi Minh`, `St. Lucia`. */
export const placeName = (part: string): string => written[part] ?? part.replace(/^St_/, "St. ").replaceAll("_", " ");
