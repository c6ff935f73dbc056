import type { Block } from "@/lib/mail/message/message";

export function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case "lines":
      return labelled(block.label, block.lines);
    case "fact":
      return labelled(block.label, [block.value]);
    case "list":
      return `${quiet("0 0 4px", block.label)}
<ul style="margin:0 0 20px;padding:0 0 0 20px">
${block.items.map((item) => `<li dir="auto" style="margin:0 0 4px;overflow-wrap:anywhere">${isolated(item)}</li>`).join("\n")}
</ul>`;
    case "button":
      return [button(block.url, block.text), ...block.notes.map((note) => quiet("0 0 8px", note))].join("\n");
    case "choices":
      return `<p style="margin:20px 0 8px">${escapeHtml(block.lead)}</p>
<p style="margin:0 0 12px">${block.links.map(choice).join("\n")}</p>`;
    case "note":
      return `<p style="margin:20px 0">${escapeHtml(block.text)}</p>`;
    case "prose":
      return `<div dir="auto" style="margin:24px 0 0;overflow-wrap:anywhere">${escapeHtml(block.text).replaceAll("\n", "<br>\n")}</div>`;
  }
}

const quiet = (margin: string, text: string): string =>
  `<p class="quiet" style="margin:${margin};color:#5b6270;font-size:14px">${escapeHtml(text)}</p>`;

const labelled = (label: string, lines: string[]): string =>
  `<p style="margin:0 0 16px;overflow-wrap:anywhere"><span class="quiet" style="color:#5b6270;font-size:14px">${escapeHtml(label)}</span><br>
${isolated(lines)}</p>`;

/** A Hebrew name must not turn the date around. */
const isolated = (lines: string[]): string =>
  lines.map((line) => `<bdi>${escapeHtml(line).replace(HOURS, KEPT_TOGETHER)}</bdi>`).join("<br>\n");

/** `15:00–16:00` on a narrow screen is not taken for two lines' worth. */
const HOURS = /\d\d:\d\d–\d\d:\d\d/g;
const KEPT_TOGETHER = '<span style="white-space:nowrap">$&</span>';

/** Outlook on Windows pads table cells, not links. */
const button = (url: string, text: string): string =>
  `<table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:24px 0 16px"><tr>
<td class="button" bgcolor="#0f4c55" style="border-radius:8px;background:#0f4c55"><a href="${escapeHtml(url)}" rel="noreferrer" style="display:inline-block;padding:13px 28px;color:#ffffff;font-weight:600;text-decoration:none;mso-padding-alt:0"><!--[if mso]><i style="mso-font-width:200%;mso-text-raise:20pt">&nbsp;</i><![endif]-->${escapeHtml(text)}<!--[if mso]><i style="mso-font-width:200%">&nbsp;</i><![endif]--></a></td>
</tr></table>`;

const choice = ({ url, text }: { url: string; text: string }): string =>
  `<a class="choice" href="${escapeHtml(url)}" rel="noreferrer" style="display:inline-block;margin:0 4px 8px 0;padding:9px 12px;border:1px solid #7b8494;border-radius:8px;color:#1c1f26;text-decoration:none">${escapeHtml(text)}</a>`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
