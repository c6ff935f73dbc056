import { cleanServerText } from "@/lib/mail/delivery/outcome";

export type Failure = {
  responseCode: number | null;
  /** Status and diagnostic on one line, as `5.1.1: 550 User unknown`. */
  serverText: string | null;
};

/** Reads the first failed recipient of a delivery report (RFC 3464). Null for a delay, a relay or a success. */
export function failureIn(report: string): Failure | null {
  const failed = blocksOf(report).find((fields) => fields.get("action")?.trim().toLowerCase() === "failed");
  if (!failed) return null;
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(failed.get("status") ?? "")?.[0] ?? "";
  const [, type = "", words = ""] = /^\s*([\w-]+)\s*;(.*)$/s.exec(failed.get("diagnostic-code") ?? "") ?? [];
  const diagnostic = cleanServerText(words);
  const responseCode = type.toLowerCase() === "smtp" ? /^[45]\d\d(?=[\s-]|$)/.exec(diagnostic)?.[0] : undefined;
  const parts = diagnostic.includes(status) ? [diagnostic] : [status, diagnostic].filter(Boolean);
  return {
    responseCode: responseCode ? Number(responseCode) : null,
    serverText: cleanServerText(parts.join(": ")) || null,
  };
}

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
      // Of two fields with one name, the first counts.
      return new Map(fields.reverse());
    });
}
