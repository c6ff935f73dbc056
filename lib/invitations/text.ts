import type { Message } from "@/lib/invitations/message";

export function textOf(message: Message): string {
  const { link, when, organiser } = message;
  const blocks = [
    message.intro,
    message.title,
    `${when.label}:\n${when.lines.join("\n")}`,
    `${organiser.label}: ${organiser.name}`,
    link && `${link.button}:\n${link.url}`,
    link?.notes.join("\n"),
    message.advice,
    message.description,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
