import type { Metadata } from "next";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import type { PageWords } from "@/lib/words/en/pages";

/** A page's title, for admins. To organisers the page does not exist, and its tab says so too. */
export const adminTitle = (titleOf: (words: PageWords) => string) => async (): Promise<Metadata> => {
  await requireAdmin();
  return { title: titleOf(pageWords()) };
};
