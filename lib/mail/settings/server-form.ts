import { isIP } from "node:net";
import { z } from "zod";
import { plain, wrong } from "@/lib/input-error";
import { isLoopback, type MailServer } from "@/lib/mail/settings/server";

/** An empty password means the saved one. */
export type TypedServer = Omit<MailServer, "password" | "security"> & {
  security: "TLS" | "STARTTLS" | "NONE";
  password: string;
};

export const damaged = plain("damaged");
export const settingText = (max = 255) =>
  z
    .string(damaged)
    .default("")
    .transform((typed) => typed.trim())
    .refine((typed) => typed.length <= max, wrong({ code: "too-long", most: max }))
    // A line end in a user name would be a command of its own.
    .refine((typed) => !/\p{Cc}/u.test(typed), plain("invisible-characters"));

const hostName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const isHost = (host: string) => hostName.test(host) || isIP(host) !== 0;

export const usualPorts = {
  smtp: { TLS: 465, STARTTLS: 587, NONE: 25 },
  imap: { TLS: 993, STARTTLS: 143, NONE: 143 },
} as const;

type Kind = keyof typeof usualPorts;

export const serverShape = <K extends Kind>(kind: K) => {
  const shape = {
    Host: settingText()
      .transform((host) => host.toLowerCase().replace(/^\[(.*)\]$/, "$1"))
      .refine((host) => host === "" || isHost(host), plain("not-a-host")),
    Port: settingText().refine(
      (port) => port === "" || (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536),
      plain("not-a-port"),
    ),
    Security: z.enum(["TLS", "STARTTLS", "NONE"], damaged).default(kind === "smtp" ? "STARTTLS" : "TLS"),
    Unverified: z.string().optional(),
    User: settingText(),
    // As it was typed: a password may begin or end with a space.
    Password: z
      .string(damaged)
      .default("")
      .refine((typed) => typed.length <= 1000, wrong({ code: "too-long", most: 1000 })),
  };
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [kind + name, schema])) as {
    [Name in keyof typeof shape as `${K}${Name}`]: (typeof shape)[Name];
  };
};

type ServerInput = Record<string, unknown>;

export function typedServer(kind: Kind, input: ServerInput): TypedServer | null {
  const at = (name: string) => String(input[kind + name] ?? "");
  const security = at("Security") as TypedServer["security"];
  const host = at("Host");
  if (host === "") return null;
  return {
    host,
    port: Number(at("Port")) || usualPorts[kind][security],
    security,
    verify: input[`${kind}Unverified`] === undefined,
    user: at("User") || null,
    password: at("Password"),
  };
}

/** Without TLS others could read the password and every personal link. */
export const staysProtected = (kind: Kind) => (input: ServerInput) =>
  input[`${kind}Security`] !== "NONE" || !input[`${kind}Host`] || isLoopback(String(input[`${kind}Host`]));

export const unprotected = (kind: Kind) => ({
  path: [`${kind}Security`],
  error: plain("needs-tls"),
  when: () => true,
});
