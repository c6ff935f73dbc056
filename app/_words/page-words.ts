import { type PageWords, pages } from "@/lib/words/en/pages";

/** Sentences for a page, a server action or a component of the server. English is the only language of these pages so far. */
export const pageWords = (): PageWords => pages;
