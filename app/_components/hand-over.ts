const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Answers a form's POST by sending the person on to another site.
 * A 303 will not do: Chromium applies `form-action 'self'` to where a form is redirected, and stays on the page.
 */
export function handOver(url: URL, label: string): Response {
  const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);
  const address = escapeHtml(url.href);
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0;url=${address}">
<title>${escapeHtml(label)}</title>
<main><h1>${escapeHtml(label)}</h1><p><a href="${address}">Continue</a></p></main>
</html>`;
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
