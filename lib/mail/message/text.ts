import type { Block, Message } from "@/lib/mail/message/message";

export function textOf({ intro, title, colon, blocks }: Message): string {
  return `${[intro, title, ...blocks.map((block) => blockAsText(block, colon))].join("\n\n")}\n`;
}

function blockAsText(block: Block, colon: string): string {
  switch (block.kind) {
    case "lines":
      return `${block.label}${colon}\n${block.lines.join("\n")}`;
    case "fact":
      return `${block.label}${colon} ${block.value}`;
    case "list":
      return `${block.label}${colon}\n${block.items.map((lines) => `- ${lines.join("\n  ")}`).join("\n")}`;
    case "button":
      return [`${block.text}${colon}\n${block.url}`, block.notes.join("\n")].filter(Boolean).join("\n\n");
    case "choices":
      return [block.lead, ...block.links.map(({ text, url }) => `${text}${colon} ${url}`)].join("\n");
    case "note":
    case "prose":
      return block.text;
  }
}
