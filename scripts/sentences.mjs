// Sentences for people live in lib/words. Biome refuses text between JSX tags; this refuses it in strings.

/** Props and properties that a person reads. */
const read =
  /(?<![\w-])(?:label|title|placeholder|aria-label|alt|description|heading|hint|legend|caption|term|header|summary|notice|pendingLabel|confirmLabel|closeLabel|submitLabel)"?(?:=\{?|:\s)\s*(["'`])((?:(?!\1).)*)\1/;
const english = /(["'`])[A-Z][\w’']*[,:]? [A-Za-z]/;
const wholeSentence = /(["'`])[A-Z][^"'`]* [^"'`]*[.?!]\1/;
/** Without a full stop: a capital and at least three words. */
const phrase = /(["'`])[A-Z][a-z’]*(?: (?:[\w,:;’-]+|\$\{[^}]*\})){2,}[^"'`]*\1/;
/** For operators and programmers: errors, and what is logged. */
const forOperators = /Error\(|Exception\(|\bsuper\(|\blog\.\w+\(/;

/**
 * Lines that hold text for a person outside lib/words.
 * @param {{ name: string, text: string }} file
 */
export function sentenceProblems({ name, text }) {
  const isApp = name.startsWith("app/");
  if (!isApp && (!name.startsWith("lib/") || name.startsWith("lib/words/"))) return [];
  const holdsText = isApp ? holdsTextForPages : (line) => wholeSentence.test(line) || phrase.test(line);
  return withoutComments(text)
    .split("\n")
    .flatMap((line, i, lines) =>
      holdsText(line) && !forOperators.test(line) && !/Error\($/.test(lines[i - 1] ?? "")
        ? [`${name}:${i + 1}: text for a person; put it into lib/words (docs/decisions/020)`]
        : [],
    );
}

function holdsTextForPages(line) {
  const literal = read.exec(line)?.[2]?.replace(/\$\{[^}]*\}/g, "");
  const isPath = literal?.startsWith("/");
  return english.test(line) || (!isPath && /[a-z]{2}/.test(literal ?? ""));
}

/** Line ends stay, so that the numbers of lines fit. */
const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, "")).replace(/^\s*\/\/.*$/gm, "");
