import type { Metadata } from "next";
import { requireAdmin } from "@/lib/auth";

/** A page's title, for admins. To organisers the page does not exist, and its tab says so too. */
export const adminTitle = (title: string) => async (): Promise<Metadata> => {
  await requireAdmin();
  return { title };
};
