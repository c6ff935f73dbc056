import { inWords } from "./in-words";

/** `Ann Lee, Bob and 10 others`. */
export function namesInWords(names: string[], most = 3): string {
  const more = names.length - most;
  const shown = more > 1 ? [...names.slice(0, most), inWords(more, "other")] : names;
  return new Intl.ListFormat("en-GB").format(shown);
}
