/** How a mail server is reached, for SMTP and for IMAP. */
export type MailServer = {
  host: string;
  port: number;
  /** IF_OFFERED only from an address in the environment, for a server on this machine. */
  security: "TLS" | "STARTTLS" | "NONE" | "IF_OFFERED";
  /** False: any certificate is taken, which lets whoever stands between read everything. */
  verify: boolean;
  user: string | null;
  password: string | null;
};

const ports: Record<string, number> = { "smtp:": 587, "smtps:": 465, "imap:": 143, "imaps:": 993 };

/** `smtps://user:password@host:port` and the like, as lib/env.ts has checked it. Its certificate is always verified. */
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

/** Whether mail to it stays on this machine, so that it may travel in clear. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A password with a bare % in it.
    return text;
  }
}
