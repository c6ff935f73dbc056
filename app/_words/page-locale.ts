import type { Locale } from "@/lib/locale";

/** Language of the organiser's and admin's pages. */
export const pageLanguage: Locale = "en";

/** How these pages write days, clocks and numbers (BCP 47). */
export const pageLocale = "en-GB";
