import type { DescribedToken } from "@/lib/jitsi/room-url";

export type TokenFacts = {
  room: string;
  name: string;
  email: string;
  moderator: boolean;
  notBefore: Date | null;
  expiresAt: Date | null;
  issuer: string;
  audience: string;
  subject: string;
};

export function tokenFacts({ claims }: DescribedToken): TokenFacts {
  const context = asRecord(claims.context);
  const user = asRecord(context.user);
  return {
    room: asText(claims.room),
    name: asText(user.name),
    email: asText(user.email),
    moderator: user.moderator === true || user.moderator === "true",
    notBefore: asDate(claims.nbf),
    expiresAt: asDate(claims.exp),
    issuer: asText(claims.iss),
    audience: asText(claims.aud),
    subject: asText(claims.sub),
  };
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

const asDate = (value: unknown): Date | null =>
  typeof value === "number" && Math.abs(value) < 8.64e12 ? new Date(value * 1000) : null;

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
