import { describe, expect, test } from "vitest";
import { type Locale, locales } from "@/lib/locale";
import { buildIcs } from "@/lib/mail/calendar/ics";
import { htmlOf } from "@/lib/mail/message/html";
import { blockAsHtml } from "@/lib/mail/message/html-blocks";
import { messageOf } from "@/lib/mail/message/meeting-message";
import type { Message } from "@/lib/mail/message/message";
import { textOf } from "@/lib/mail/message/text";
import { answersMessage } from "@/lib/mail/notices/answers-mail";
import { failuresMessage } from "@/lib/mail/notices/failures-mail";
import { answersNotices, failuresNotices, inLocale, mails } from "./kinds";
import { allSentencesOf, patternOf, sentencesOf, withoutGaps } from "./sentences";

function messagesIn(locale: Locale): [string, Message][] {
  return [
    ...Object.entries(mails).map(([name, mail]) => [name, messageOf(inLocale(mail, locale))] as const),
    ...Object.entries(answersNotices).map(([name, mail]) => [name, answersMessage(inLocale(mail, locale))] as const),
    ...Object.entries(failuresNotices).map(([name, mail]) => [name, failuresMessage(inLocale(mail, locale))] as const),
  ].map(([name, message]) => [name, message]);
}

const entriesIn = (locale: Locale): string[] =>
  Object.values(mails)
    .filter(({ kind }) => kind !== "REMINDER")
    .map((meetingMail) => buildIcs(inLocale(meetingMail, locale)).replaceAll("\r\n ", "").replaceAll("\\", ""));

/** All that people read in one language: subjects, texts, calendar entries, names in From. */
const everythingIn = (locale: Locale): string =>
  [...messagesIn(locale).map(([, message]) => `${message.subject}\n${textOf(message)}`), ...entriesIn(locale)].join(
    "\n",
  );

/** Words that are written the same in several languages, and are right in each. */
const INTERNATIONAL = new Set(["Invitation", "Modification"]);

describe.each(locales)("in %s", (locale) => {
  const sentences = sentencesOf(locale);
  const everything = everythingIn(locale);

  test("every sentence is said in some mail", () => {
    const unsaid = [...sentences].filter(([, sentence]) => !patternOf(sentence).test(everything));
    expect(unsaid.map(([path]) => path)).toEqual([]);
  });

  test("nothing is said in another language", () => {
    const own = new Set(sentences.values());
    for (const other of locales.filter((name) => name !== locale))
      for (const [path, sentence] of sentencesOf(other)) {
        if (own.has(sentence) || INTERNATIONAL.has(sentence) || !/\p{L}{3}/u.test(withoutGaps(sentence))) continue;
        expect(everything.match(patternOf(sentence))?.[0], `${other}: ${path}`).toBeUndefined();
      }
  });

  test("no sentence is that of another language", () => {
    for (const other of locales.filter((name) => name !== locale)) {
      const theirs = sentencesOf(other);
      const same = [...sentences].filter(([path, sentence]) => theirs.get(path) === sentence);
      const words = same.map(([, sentence]) => withoutGaps(sentence)).filter((sentence) => /\p{L}{2}/u.test(sentence));
      // `via` in a name, and two words that English and French share.
      for (const word of words) expect([" via ", "Invitation", "Video meeting"]).toContain(word);
    }
  });

  test("quotes, apostrophes and spaces are those of the language", () => {
    for (const [path, sentence] of allSentencesOf(locale)) {
      expect(sentence, path).not.toMatch(/["']|\.\.\.| {2}|^ .*\.$/);
      if (locale === "fr") {
        expect(sentence, path).not.toMatch(/(?<!\u202f)[;:!?»]|«(?!\u202f)/);
        expect(sentence, path).not.toMatch(/[„“”]/);
      } else expect(sentence, path).not.toMatch(/\u202f/);
      if (locale === "de") expect(sentence, path).not.toMatch(/[«»”]/);
      if (locale === "es") {
        expect(sentence, path).not.toMatch(/[„“”]/);
        expect(/\?/.test(sentence), path).toBe(/¿/.test(sentence));
      }
    }
  });

  test("people are addressed politely", () => {
    const familiar: Partial<Record<Locale, RegExp>> = {
      de: /\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*)\b/,
      fr: /\b([Tt]u|[Tt]es|[Tt]on|[Tt]a|[Tt]oi)\b/,
      es: /\b([Tt]ú|[Tt]us?|[Tt]e)\b/,
    };
    for (const [path, sentence] of allSentencesOf(locale))
      expect(sentence, path).not.toMatch(familiar[locale] ?? /(?!)/);
  });

  test("nothing says that a mail has arrived", () => {
    const arrived =
      /delivered|arrived|zugestellt worden|angekommen|(?<!pas pu être )remis\b|(?<!se ha podido |se han podido )entregad/i;
    for (const [path, sentence] of allSentencesOf(locale)) expect(sentence, path).not.toMatch(arrived);
  });

  test.each(messagesIn(locale))("%s: HTML and plain text say the same in the same order", (_, message) => {
    const html = htmlOf(message);
    expect(html).toContain(`<html lang="${locale}" dir="auto">`);
    expect(factsOf(plainOf(html.slice(html.indexOf("<body"))))).toEqual(factsOf(textOf(message)));
    expect(html).not.toMatch(/<(img|script|link|iframe|form)|src=|@import|url\(/i);
    expect(textOf(message) + html).not.toMatch(/undefined|null|\[object|NaN|Invalid/);
  });

  test.each(messagesIn(locale))("%s: no block is empty", (_, message) => {
    for (const block of message.blocks) expect(plainOf(blockAsHtml(block)).trim()).not.toBe("");
    expect(message.subject).toContain("Quarterly review (24");
  });
});

/** What a reader of the HTML has in front of them, with the addresses behind the words. */
function plainOf(html: string): string {
  const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  return html
    .replace(/<!--.*?-->/g, "")
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, "$2 $1")
    .replace(/<\/?(span|bdi)[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&[a-z#0-9]+;/g, (entity) => entities[entity]!);
}

/** Words without what only lays out: dashes before points, colons after labels. */
const factsOf = (text: string): string[] =>
  text
    .replace(/^- /gm, "")
    .replace(/\u202f?:(?=\s|$)/g, " ")
    .split(/\s+/)
    .filter(Boolean);
