/** How the organiser's and admin's pages write days, clocks and numbers. */
export const pageLocale = "en-GB";
