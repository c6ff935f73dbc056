import type { Locale } from "@/lib/locale";
import { wording } from "@/lib/mail/message/wording";

/** Stands for what is put into a sentence. */
const GAP = "\uE000";
const gap = new Proxy({}, { get: (_, name) => (name === "sameDay" ? true : GAP) });

/** Every sentence of a language by its path, with GAP where something is put in. */
export function sentencesOf(locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: string) => {
    if (typeof value === "string") found.set(path, value);
    // What takes facts takes one object of them; everything else takes texts.
    else if (typeof value === "function")
      found.set(path, String(/linkWorks|counts/.test(path) ? value(gap) : value(GAP, GAP)));
    else for (const [name, part] of Object.entries(value as object)) visit(part, path ? `${path}.${name}` : name);
  };
  visit(wording(locale), "");
  return found;
}

/** Finds the sentence in a text, whatever was put in. */
export function patternOf(sentence: string): RegExp {
  const escaped = sentence.split(GAP).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}])${escaped.join("[^\\n]*?")}(?![\\p{L}])`, "u");
}

export const withoutGaps = (sentence: string): string => sentence.replaceAll(GAP, "");
