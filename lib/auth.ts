import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession, type NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import { deriveKey } from "@/lib/app-secret";
import { runtime } from "@/lib/runtime";

/** Read from the database at every request, so that a change counts at once. */
export type Viewer = {
  id: string;
  email: string;
  name: string;
  role: "ADMIN" | "ORGANISER";
  timeZone: string;
  pictureUrl: string | null;
};

const sessionSeconds = 14 * 24 * 3600;

declare module "next-auth/jwt" {
  interface JWT {
    sessionEpoch?: number;
  }
}
declare module "next-auth" {
  interface Session {
    personId?: string;
    sessionEpoch?: number;
  }
}

const secret = () => Buffer.from(deriveKey(runtime().appSecret, "session")).toString("base64url");
const isSecure = () => runtime().env.publicUrl.startsWith("https:");
const cookieName = () => `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;

const options = (): NextAuthOptions => ({
  secret: secret(),
  providers: [],
  session: { strategy: "jwt", maxAge: sessionSeconds },
  useSecureCookies: isSecure(),
  callbacks: {
    session: ({ session, token }) => ({ ...session, personId: token.sub, sessionEpoch: token.sessionEpoch }),
  },
});

/** Null: no session, ended by a new epoch, or disabled. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession(options());
  if (!session?.personId) return null;
  const person = await runtime().db.prisma.user.findUnique({ where: { id: session.personId } });
  if (!person || person.disabledAt || person.sessionEpoch !== session.sessionEpoch) return null;
  const { id, email, name, role, timeZone, pictureUrl } = person;
  return { id, email, name, role, timeZone, pictureUrl };
});

/** Anybody with an account. Others sign in first and then continue. */
export async function requireOrganiser(): Promise<Viewer> {
  return (await viewer()) ?? redirect(await signInPath());
}

/** proxy.ts always sets `x-latchkey-path` itself. */
async function signInPath(): Promise<string> {
  const wanted = (await headers()).get("x-latchkey-path") ?? "/";
  return wanted === "/" || wanted === "/meetings" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(wanted)}`;
}

/** Admins only. To organisers the page does not exist. */
export async function requireAdmin(): Promise<Viewer> {
  const person = await requireOrganiser();
  if (person.role !== "ADMIN") notFound();
  return person;
}

/** Only in a server action or a route. */
export async function openSession(person: { id: string; sessionEpoch: number }): Promise<void> {
  const token = await encode({
    token: { sub: person.id, sessionEpoch: person.sessionEpoch },
    secret: secret(),
    maxAge: sessionSeconds,
  });
  const jar = await cookies();
  jar.set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: sessionSeconds,
  });
}

export async function closeSession(): Promise<void> {
  (await cookies()).delete({ name: cookieName(), path: "/", secure: isSecure() });
}
