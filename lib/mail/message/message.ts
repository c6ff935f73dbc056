import type { Locale } from "@/lib/locale";

export type Block =
  /** `When:` and below it the times. */
  | { kind: "lines"; label: string; lines: string[] }
  | { kind: "fact"; label: string; value: string }
  /** `What changed:` and a point for each; the lines of a point belong together. */
  | { kind: "list"; label: string; items: string[][] }
  | { kind: "button"; url: string; text: string; notes: string[] }
  | { kind: "choices"; lead: string; links: { url: string; text: string }[] }
  | { kind: "note"; text: string }
  | { kind: "prose"; text: string };

export type Message = {
  locale: Locale;
  subject: string;
  intro: string;
  title: string;
  /** Stands between a label and what it is for; not the same in every language. */
  colon: string;
  blocks: Block[];
};
