import { randomUUID } from "node:crypto";
import { type BoshSession, openBosh } from "@/tests/support/prosody/bosh";
import { elements, escapeXml } from "@/tests/support/prosody/xml";

export type Admission =
  | { admitted: true; affiliation: string; role: string }
  | { admitted: false; stage: "connect" | "room"; reason: string };

export type JoinAttempt = {
  prosody: { boshUrl: string; domain: string };
  /** The personal link, as it was mailed. */
  url: string;
  /** Another room than the link's, as somebody tries who edits the address. */
  room?: string;
};

/** Goes in by a personal link as Jitsi's page does, says how it went, and leaves. */
export async function joinRoom(attempt: JoinAttempt): Promise<Admission> {
  const { admission, leave } = await enterRoom(attempt);
  await leave();
  return admission;
}

/** As `joinRoom`, but stays in the room until `leave` is called. */
export async function enterRoom({ prosody, url, room }: JoinAttempt) {
  const link = readLink(url);
  const session = await openBosh({ url: boshUrl(prosody.boshUrl, link), domain: prosody.domain });
  const refusal = await signIn(session);
  const admission: Admission = refusal
    ? { admitted: false, stage: "connect", reason: refusal }
    : await enter(session, `${room ?? link.room}@conference.${prosody.domain}`);
  return { admission, leave: () => session.close() };
}

/** The last part of the path is the room, folded to lower case; a tenant may stand before it. */
function readLink(url: string) {
  const { pathname, searchParams } = new URL(url);
  const room = decodeURIComponent(pathname.split("/").at(-1) ?? "").toLowerCase();
  return { room, token: searchParams.get("jwt") };
}

function boshUrl(base: string, { room, token }: { room: string; token: string | null }): string {
  const url = new URL(base);
  url.searchParams.set("room", room);
  if (token !== null) url.searchParams.set("token", token);
  return url.href;
}

/** Why the connection was refused, or null. */
async function signIn(session: BoshSession): Promise<string | null> {
  const auth = `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="ANONYMOUS"/>`;
  const refusal = await session.ask(auth, (answers) => {
    const failure = elements(answers, "failure")[0];
    if (failure) return elements(failure.inner, "text")[0]?.text ?? failure.inner;
    return elements(answers, "success").length > 0 ? null : undefined;
  });
  if (refusal !== null) return refusal;
  await session.restart();
  const bind = `<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>`;
  await session.ask(bind, (answers) => elements(answers, "jid")[0]);
  return null;
}

async function enter(session: BoshSession, room: string): Promise<Admission> {
  const me = `${room}/${randomUUID().slice(0, 8)}`;
  const presence = `<presence xmlns="jabber:client" to="${escapeXml(me)}"><x xmlns="http://jabber.org/protocol/muc"/></presence>`;
  return session.ask(presence, (answers) => {
    for (const { attributes, inner } of elements(answers, "presence")) {
      if (attributes.from !== me && attributes.from !== room) continue;
      if (attributes.type === "error") return { admitted: false, stage: "room", reason: errorReason(inner) } as const;
      const { affiliation = "none", role = "none" } = elements(inner, "item")[0]?.attributes ?? {};
      return { admitted: true, affiliation, role } as const;
    }
    return undefined;
  });
}

/** Such as "not-allowed: Room and token mismatched". */
function errorReason(inner: string): string {
  const error = elements(inner, "error")[0]?.inner ?? "";
  const condition = /<([\w-]+)/.exec(error)?.[1] ?? "unknown";
  const text = elements(error, "text")[0]?.text;
  return text ? `${condition}: ${text}` : condition;
}
