// All typed text is cleaned here, before it becomes part of a mail, a calendar entry, a token or a page.

const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Controls, bidi marks and overrides, zero-width and blank fillers, annotations, non-characters, lone surrogates. */
const INVISIBLE = new RegExp(
  [
    "[\\0-\\b\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u115f\\u1160\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164]",
    "[\\ufeff\\uffa0\\ufff0-\\ufffb\\ufdd0-\\ufdef\\u{fffe}\\u{ffff}\\u{1fffe}\\u{1ffff}\\u{e0000}\\u{e0001}\\p{Surrogate}]",
    "[\\u034f\\u17b4\\u17b5\\u180b-\\u180f]",
  ].join("|"),
  "gu",
);

/** Tag letters are hidden text, except in the flags of England, Scotland and Wales. */
const FLAG_OR_TAG = /(\u{1f3f4}[\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0020}-\u{e007f}]/gu;

/** A row of variation selectors carries hidden bytes. */
const RARE_SELECTOR = "\\u{e0100}-\\u{e01ef}";
const SELECTOR = `\\ufe00-\\ufe0f${RARE_SELECTOR}`;
const STRAY_SELECTOR = new RegExp(
  `(?<=^|[\\s\\u200c\\u200d${SELECTOR}])[${SELECTOR}]+|(?<!\\p{Script=Han})[${RARE_SELECTOR}]+`,
  "gu",
);

/** Joiners are spelling in these scripts and glue in an emoji. Elsewhere they only hide. */
const JOINING =
  "\\p{Script=Arab}\\p{Script=Syrc}\\p{Script=Nkoo}\\p{Script=Mong}\\p{Script=Deva}\\p{Script=Beng}\\p{Script=Guru}\\p{Script=Gujr}\\p{Script=Orya}\\p{Script=Taml}\\p{Script=Telu}\\p{Script=Knda}\\p{Script=Mlym}\\p{Script=Sinh}\\p{Script=Mymr}\\p{Script=Khmr}\\p{Script=Tibt}";
const EMOJI = "\\p{Extended_Pictographic}\\p{Emoji_Modifier}";
const JOINER = new RegExp(
  `((?<=[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])|(?<=[${EMOJI}\\ufe0f])\\u200d(?=[${EMOJI}]))|[\\u200c\\u200d]`,
  "gu",
);

const ASCII_ONLY = /^[\n\x20-\x7e]*$/;

/** No script stacks more. Normalising takes time quadratic in the length of the row. */
const MARKS_IN_A_ROW = /(\p{M}{20})\p{M}+/gu;

/** A removal makes new neighbours, so it repeats until nothing changes. Text made to take longer loses its joiners. */
function withoutInvisible(text: string): string {
  if (ASCII_ONLY.test(text)) return text;
  let clean = text;
  for (let pass = 0; pass < 4; pass++) {
    const next = cleanOnce(clean);
    if (next === clean) return clean;
    clean = next;
  }
  return cleanOnce(cleanOnce(clean.replace(/[\u200c\u200d]/g, "")));
}

function cleanOnce(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(MARKS_IN_A_ROW, "$1")
    .normalize("NFC")
    .replace(FLAG_OR_TAG, "$1")
    .replace(STRAY_SELECTOR, "")
    .replace(JOINER, "$1")
    .normalize("NFC");
}

/** One line. Line ends and tabs become a space, runs of spaces one. */
export function cleanLine(text: string): string {
  return withoutInvisible(text.replace(LINE_ENDS, " ").replaceAll("\t", " ")).replace(/\s+/g, " ").trim();
}

/** Several lines. Every line end becomes `\n`. At most two blank lines in a row. */
export function cleanText(text: string): string {
  return withoutInvisible(text.replace(LINE_ENDS, "\n").replaceAll("\t", " "))
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}
