import type { Locale } from "@/lib/locale";

/** One part of what a mail says, before it is set as plain text or as HTML. */
export type Block =
  /** `When:` and below it the times. */
  | { kind: "lines"; label: string; lines: string[] }
  /** `Organiser: Ann Lee`. */
  | { kind: "fact"; label: string; value: string }
  /** `What changed:` and a point for each; the lines of a point belong together. */
  | { kind: "list"; label: string; items: string[][] }
  | { kind: "button"; url: string; text: string; notes: string[] }
  | { kind: "choices"; lead: string; links: { url: string; text: string }[] }
  | { kind: "note"; text: string }
  /** What somebody wrote, in however many lines. */
  | { kind: "prose"; text: string };

/** What a mail says, in the language of its reader. */
export type Message = {
  locale: Locale;
  subject: string;
  /** In one sentence, above the title. */
  intro: string;
  title: string;
  /** Stands between a label and what it is for; not the same in every language. */
  colon: string;
  blocks: Block[];
};
