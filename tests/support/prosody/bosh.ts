import { randomInt } from "node:crypto";
import { elements, escapeXml } from "@/tests/support/prosody/xml";

export type BoshSession = {
  /** Sends the stanzas and reads on until `find` makes something of the answers so far. */
  ask<Answer>(stanzas: string, find: (answers: string) => Answer | undefined): Promise<Answer>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** The server ended the session by itself, with its condition. */
export class BoshEnded extends Error {}

const namespaces = `xmlns="http://jabber.org/protocol/httpbind" xmlns:xmpp="urn:xmpp:xbosh"`;
const maxAnswerMs = 300_000;

/** XMPP over HTTP (XEP-0124, XEP-0206), one request at a time. */
export async function openBosh({ url, domain }: { url: string; domain: string }): Promise<BoshSession> {
  let requestId = randomInt(1, 2 ** 31);
  let sessionId = "";

  async function post(attributes: string, stanzas = ""): Promise<string> {
    const body = `<body ${namespaces} rid="${requestId++}" ${attributes}>${stanzas}</body>`;
    const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(maxAnswerMs) });
    const answer = await response.text();
    if (!response.ok) throw new Error(`Prosody answered ${response.status}: ${answer}`);
    return answer;
  }

  async function exchange(attributes: string, stanzas?: string): Promise<string> {
    const answer = await post(`sid="${sessionId}" ${attributes}`, stanzas);
    const { type, condition } = elements(answer, "body")[0]?.attributes ?? {};
    if (type === "terminate") throw new BoshEnded(condition ?? "terminated");
    return answer;
  }

  const to = `to="${escapeXml(domain)}"`;
  const opened = await post(`${to} wait="5" hold="1" ver="1.6" xmpp:version="1.0" xml:lang="en"`);
  const { sid, condition } = elements(opened, "body")[0]?.attributes ?? {};
  if (!sid) throw new BoshEnded(condition ?? "no session");
  sessionId = sid;

  return {
    async ask(stanzas, find) {
      const deadline = Date.now() + maxAnswerMs;
      let answers = await exchange("", stanzas);
      for (;;) {
        const found = find(answers);
        if (found !== undefined) return found;
        if (Date.now() > deadline) throw new Error(`Prosody left the client without an answer to ${stanzas}`);
        answers += await exchange("");
      }
    },
    restart: async () => void (await exchange(`${to} xmpp:restart="true"`)),
    close: async () => void (await post(`sid="${sessionId}" type="terminate"`)),
  };
}
