import type { Message } from "@/lib/invitations/message";

/**
 * One column without layout tables, images or anything loaded from elsewhere. The button alone sits in a table cell,
 * because Outlook on Windows draws no padding around a link.
 */
export function htmlOf(message: Message): string {
  const { link, when, organiser } = message;
  return `<!doctype html>
<html lang="en" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(message.subject)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body { background: #16181d !important; color: #e8eaee !important; }
  .quiet { color: #a7adb8 !important; }
  .button { background: #86cdd4 !important; }
  .button a { color: #08191c !important; }
}
</style>
</head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1c1f26;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p class="quiet" dir="auto" style="margin:0 0 8px;color:#5b6270">${escapeHtml(message.intro)}</p>
<h1 dir="auto" style="margin:0 0 20px;font-size:24px;line-height:1.3;font-weight:600;overflow-wrap:anywhere">${escapeHtml(message.title)}</h1>
${detail(when.label, when.lines)}
${detail(organiser.label, [organiser.name])}
${link ? buttonAndNotes(link) : ""}<p style="margin:0 0 20px">${escapeHtml(message.advice)}</p>
${message.description ? `<div dir="auto" style="margin:24px 0 0;overflow-wrap:anywhere">${multiline(message.description)}</div>\n` : ""}</div>
</body>
</html>
`;
}

function detail(label: string, lines: string[]): string {
  return `<p style="margin:0 0 16px"><span class="quiet" style="color:#5b6270;font-size:14px">${escapeHtml(label)}</span><br>
${lines.map((line) => `<bdi>${escapeHtml(line)}</bdi>`).join("<br>\n")}</p>`;
}

function buttonAndNotes({ url, button, notes }: NonNullable<Message["link"]>): string {
  return `<table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:24px 0 16px"><tr>
<td class="button" bgcolor="#0f4c55" style="border-radius:8px;background:#0f4c55"><a href="${escapeHtml(url)}" rel="noreferrer" style="display:inline-block;padding:13px 28px;color:#ffffff;font-weight:600;text-decoration:none;mso-padding-alt:0"><!--[if mso]><i style="mso-font-width:200%;mso-text-raise:20pt">&nbsp;</i><![endif]-->${escapeHtml(button)}<!--[if mso]><i style="mso-font-width:200%">&nbsp;</i><![endif]--></a></td>
</tr></table>
${notes.map((note) => `<p class="quiet" style="margin:0 0 8px;color:#5b6270;font-size:14px">${escapeHtml(note)}</p>`).join("\n")}
`;
}

const multiline = (text: string) => escapeHtml(text).replaceAll("\n", "<br>\n");

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
