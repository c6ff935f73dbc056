import { pageLocale } from "@/app/_words/page-locale";

export const dayOf = (at: Date, timeZone: string): string =>
  at.toLocaleDateString(pageLocale, { timeZone, day: "numeric", month: "short", year: "numeric" });
