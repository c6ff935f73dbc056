import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanText } from "@/lib/text";

// Thousands of cases each: a busy machine must not turn them into failures.

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(
      fc
        .constantFrom(
          "a",
          "é",
          "e",
          "\u0301",
          "व",
          "्",
          "ا",
          "👩",
          "🏽",
          "🏴",
          "\ufe0f",
          "\u200d",
          "\u200c",
          "\u200b",
          "\u202e",
        )
        .map(String),
      { maxLength: 20 },
    )
    .map((parts) => parts.join("")),
  fc
    .array(fc.constantFrom(" ", "\n", "\r", "\t", "x", "\u2028", "\u0085", "\ud800", "\u{e0041}", "\u{e0101}", "字"), {
      maxLength: 20,
    })
    .map((parts) => parts.join("")),
);
const FORBIDDEN = /[\p{Cc}\p{Surrogate}\u200b\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\u00ad]/u;

test.each([
  ["line ends and tabs become one space", "a\r\nb\rc\nd\te\u2028f", "a b c d e f"],
  ["ends are trimmed and spaces collapse", "  a \u00a0 b  ", "a b"],
  ["control characters go", "a\u0000b\u001bc\u007fd\u0090e", "abcde"],
  ["bidi overrides and isolates go", "\u202eevil\u202c \u2066x\u2069", "evil x"],
  ["zero-width characters that hide text go", "pass\u200bword\ufeff\u00ad\u2060", "password"],
  ["hidden tag letters go", "Ann\u{e0041}\u{e0042}", "Ann"],
  ["hidden bytes in variation selectors go", "A\u{e0101}\u{e0102}B", "AB"],
  ["lone surrogates go", "a\ud800b\udc00c", "abc"],
  ["letters are composed", "e\u0301", "é"],
  ["a joiner between Latin letters goes", "a\u200db", "ab"],
])("in one line %s", (_, typed, clean) => {
  expect(cleanLine(typed)).toBe(clean);
});

test.each(["👩‍👩‍👧‍👦", "❤️‍🔥", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "क्‍ष", "ශ්‍රී", "日本語", "Ünïcødé", "葛󠄀"])(
  "%s survives as it was typed",
  (text) => {
    expect(cleanLine(text)).toBe(text.normalize("NFC"));
    expect(cleanText(text)).toBe(text.normalize("NFC"));
  },
);

test("in several lines every line end is one, and no more than two lines stay blank", () => {
  expect(cleanText("a  \r\nb\rc\u2029d\n\n\n\n\n\ne\n")).toBe("a\nb\nc\nd\n\n\ne");
});

test("nothing hidden is left in any text, and cleaning twice changes nothing", () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const line = cleanLine(typed);
      const text = cleanText(typed);
      expect(line).not.toMatch(FORBIDDEN);
      expect(text.replaceAll("\n", "")).not.toMatch(FORBIDDEN);
      expect(cleanLine(line)).toBe(line);
      expect(cleanText(text)).toBe(text);
    }),
    { numRuns: 3_000 },
  );
});

test("a joiner left behind by a removal or by moved marks goes in the first cleaning", () => {
  const clean = cleanLine("\u0323\u200c\u094d\u200c\u0627");
  expect(cleanLine(clean)).toBe(clean);
});

test.each([" ", "\n", "\t", "\u200d", "\u{e0100}", "👩\u200d", "e\u0301", "\ud800", "🏴\u{e0067}"])(
  "50,000 characters of %j are cleaned to their end",
  (unit) => {
    const typed = `${unit.repeat(50_000 / unit.length)}x`;
    expect(cleanLine(typed)).toMatch(/x$/);
    expect(cleanText(typed)).toMatch(/x$/);
  },
);

test("marks piled up without end keep what a script needs", () => {
  expect(cleanLine(`é${"\u0301\u0323".repeat(200_000)}`)).toMatch(/^[eéẹ]/u);
  expect(cleanLine("नमस्ते ཧཱུྃ Việt")).toBe("नमस्ते ཧཱུྃ Việt".normalize("NFC"));
});
