import { headers } from "next/headers";
import type { Locale } from "@/lib/locale";
import { askedOf } from "./asked";

const answerPage = /^\/rsvp\/([^/?]+)(?:\?|$)/;

/** What the page of this request is written in: a participant's own language, and English everywhere else. */
export async function pageLanguage(): Promise<Locale> {
  // Set by proxy.ts. A layout gets no address of its own.
  const path = (await headers()).get("x-latchkey-path") ?? "";
  const token = answerPage.exec(path)?.[1];
  const asked = token ? await askedOf(token) : null;
  return asked?.locale ?? "en";
}
