import { blockAsHtml, escapeHtml } from "@/lib/mail/message/html-blocks";
import type { Message } from "@/lib/mail/message/message";

export function htmlOf({ locale, subject, intro, title, blocks }: Message): string {
  return `<!doctype html>
<html lang="${locale}" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(subject)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body { background: #16181d !important; color: #e8eaee !important; }
  .quiet { color: #a7adb8 !important; }
  .button { background: #86cdd4 !important; }
  .button a { color: #08191c !important; }
  .choice { color: #e8eaee !important; border-color: #7b8494 !important; }
}
</style>
</head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1c1f26;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p class="quiet" dir="auto" style="margin:0 0 8px;color:#5b6270">${escapeHtml(intro)}</p>
<h1 dir="auto" style="margin:0 0 20px;font-size:24px;line-height:1.3;font-weight:600;overflow-wrap:anywhere">${escapeHtml(title)}</h1>
${blocks.map(blockAsHtml).join("\n")}
</div>
</body>
</html>
`;
}
