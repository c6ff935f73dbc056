import type { Locale } from "@/lib/locale";
import { inFigures } from "@/lib/words/in-figures";
import { wordsIn } from "@/lib/words/words-in";

/** Stands for what is put into a sentence. */
const GAP = "\uE000";
const gap = new Proxy({}, { get: (_, name) => (name === "sameDay" ? true : GAP) });

const many = 7_654_321;
const counts = { accepted: many, tentative: many, declined: many, open: many };

/** Every sentence of a language's mails by its path, with GAP where something is put in. */
export function sentencesOf(locale: Locale): Map<string, string> {
  const { mails, calendar, notices, reasons } = wordsIn(locale);
  return sentencesIn({ mails, calendar, notices, reasons }, locale);
}

/** Those of guest pages and of the test mail too. */
export function allSentencesOf(locale: Locale): Map<string, string> {
  const { mails, calendar, notices, reasons, answers, testMail } = wordsIn(locale);
  return sentencesIn({ mails, calendar, notices, reasons, answers, testMail }, locale);
}

function sentencesIn(areas: object, locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: string) => {
    if (typeof value === "string") found.set(path, value);
    else if (typeof value === "function") found.set(path, said(value as Sentence, path, locale));
    else for (const [name, part] of Object.entries(value as object)) visit(part, path ? `${path}.${name}` : name);
  };
  visit(areas, "");
  return found;
}

type Sentence = (...facts: unknown[]) => string;

function said(sentence: Sentence, path: string, locale: Locale): string {
  if (path === "mails.linkWorks") return sentence(gap);
  const text = path === "notices.counts" ? "NaN" : sentence(GAP, GAP);
  if (!text.includes("NaN")) return text;
  // It says a number. A number of several digits takes the form for many in all of our languages.
  return sentence(path === "notices.counts" ? counts : many).replaceAll(inFigures(locale, many), GAP);
}

/** Finds the sentence in a text, whatever was put in. */
export function patternOf(sentence: string): RegExp {
  const escaped = sentence.split(GAP).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}])${escaped.join("[^\\n]*?")}(?![\\p{L}])`, "u");
}

export const withoutGaps = (sentence: string): string => sentence.replaceAll(GAP, "");
