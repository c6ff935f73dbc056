import { plural } from "@/lib/words/plural";

const tag = "en-GB";
const conjunction = new Intl.ListFormat(tag);
const commas = new Intl.ListFormat(tag, { type: "unit" });

/** `2,000`. */
export const number = (count: number): string => count.toLocaleString(tag);

/** `Ann, Bob and Cem`. */
export const list = (items: string[]): string => conjunction.format(items);

/** `3 accepted, 1 maybe`. */
export const inRow = (items: string[]): string => commas.format(items);

/** `Ann, Bob, Cem and 10 others`. */
export function names(people: string[], most = 3): string {
  const more = people.length - most;
  return list(more > 1 ? [...people.slice(0, most), others(more)] : people);
}

/** `10 others`. */
export const others = (count: number): string =>
  plural("en", count, { one: `${number(count)} other`, other: `${number(count)} others` });
