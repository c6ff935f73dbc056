import type { Locale } from "@/lib/locale";
import { wordsIn } from "@/lib/words/words-in";

const style = `
:root { color-scheme: light dark; --canvas: #f9f7f2; --surface: #fefefd; --line: #ddd9d1; --ink: #18201f; --muted: #525a5b; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #0f1416; --surface: #171d1f; --line: #2f3739; --ink: #edebe6; --muted: #aab0ad; }
}
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--canvas); color: var(--ink);
  font: 15px/1.5 ui-sans-serif, system-ui, sans-serif; }
main { box-sizing: border-box; width: calc(100% - 2rem); max-width: 30rem; padding: 2.5rem; margin: 2.5rem 1rem;
  background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; }
b { font-size: 1.1rem; }
h1 { margin: 1.5rem 0 .5rem; font-size: 1.5rem; line-height: 1.3; }
p { margin: 0; color: var(--muted); }`;

/**
 * What stands at an address that is no answer link. Not a page of Next's: that would leave drawing a 404 to the
 * browser's scripts, and would be asked of the database by whoever guesses.
 */
export function unknownLinkPage(locale: Locale, nonce: string): string {
  const { unknownTitle, unknown } = wordsIn(locale).answers;
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${unknownTitle} · Latchkey</title>
<style nonce="${nonce}">${style}</style>
<main><b>Latchkey</b><h1>${unknownTitle}</h1><p>${unknown}</p></main>
</html>
`;
}
