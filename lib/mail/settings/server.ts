export type MailServer = {
  host: string;
  port: number;
  /** IF_OFFERED: only from the environment, for a server on this machine. */
  security: "TLS" | "STARTTLS" | "NONE" | "IF_OFFERED";
  /** False: any certificate is accepted, so others can listen. */
  verify: boolean;
  user: string | null;
  password: string | null;
};

const ports: Record<string, number> = { "smtp:": 587, "smtps:": 465, "imap:": 143, "imaps:": 993 };

/** `smtps://user:password@host:port`, checked by lib/env.ts. */
export function serverOfUrl(address: string): MailServer {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const inClear = isLoopback(host) ? "IF_OFFERED" : "STARTTLS";
  return {
    host,
    port: Number(url.port) || ports[url.protocol]!,
    security: url.protocol.endsWith("s:") ? "TLS" : inClear,
    verify: true,
    user: decoded(url.username) || null,
    password: decoded(url.password) || null,
  };
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
