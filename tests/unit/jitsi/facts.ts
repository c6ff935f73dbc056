import type { RoomTokenFacts } from "@/lib/jitsi/room-token";

export const appSecret = "mW3n7qk0T2cYV5sZr9dLx1hJ8fGpQaBu6eNoKiRtUyE";

export function facts({ user, ...changes }: Partial<Omit<RoomTokenFacts, "user">> & { user?: object } = {}) {
  return {
    jti: "01935f0e-7a5b-7c3d-9e2f-1a2b3c4d5e6f",
    room: "k3vq8m-0d7xya-h2ngt5-9wzbcr",
    moderator: true,
    issuedAt: new Date("2026-11-24T09:00:00.900Z"),
    notBefore: new Date("2026-11-24T09:44:00Z"),
    expiresAt: new Date("2026-11-24T15:00:00Z"),
    issuer: "latchkey",
    audience: "jitsi",
    subject: "meet.example.org",
    ...changes,
    user: {
      id: "01935f0e-0000-7000-8000-000000000001",
      name: "Ann Lee",
      email: "ann@example.org",
      avatarUrl: null,
      ...user,
    },
  } satisfies RoomTokenFacts;
}
