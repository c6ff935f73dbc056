import { cleanServerText } from "@/lib/mail/delivery/outcome";

export type Failure = {
  /** The server's reply code (550), where one is told. */
  responseCode: number | null;
  /** Status and diagnostic on one line: `5.1.1: 550 User unknown`; null where it says neither. */
  serverText: string | null;
};

/**
 * The failure in the machine's part of a delivery report (RFC 3464), or null: a report about a delay, a relay or a success
 * says nothing bad. Each of our mails has one recipient; where an alias made several of it, one failure is one too many.
 */
export function failureIn(report: string): Failure | null {
  const failed = blocksOf(report).find((fields) => fields.get("action")?.trim().toLowerCase() === "failed");
  if (!failed) return null;
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(failed.get("status") ?? "")?.[0] ?? "";
  const [, type = "", words = ""] = /^\s*([\w-]+)\s*;(.*)$/s.exec(failed.get("diagnostic-code") ?? "") ?? [];
  const diagnostic = cleanServerText(words);
  const responseCode = type.toLowerCase() === "smtp" ? /^[45]\d\d(?=[\s-]|$)/.exec(diagnostic)?.[0] : undefined;
  const told = diagnostic.includes(status) ? [diagnostic] : [status, diagnostic].filter(Boolean);
  return {
    responseCode: responseCode ? Number(responseCode) : null,
    serverText: cleanServerText(told.join(": ")) || null,
  };
}

/** Groups of header fields with empty lines between them; a field goes on in lines that begin with a space. */
function blocksOf(report: string): Map<string, string>[] {
  return report
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .map((block) => {
      const lines = block.replace(/\n[ \t]+/g, " ").split("\n");
      const fields = lines.flatMap((line): [string, string][] => {
        const colon = line.indexOf(":");
        return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1)]] : [];
      });
      // The first of two of one name, as a reader of the mail sees it.
      return new Map(fields.reverse());
    });
}
