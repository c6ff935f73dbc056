import { shell } from "@/lib/words/en/pages/shell";

/** Sentences of the organiser's and the admin's pages, by area. A translation has the same shape. */
export const pages = { shell };

export type PageWords = typeof pages;
