/** One line of what two programs said to each other; `note` is about the connection itself. */
export type Line = {
  from: "server" | "client" | "note";
  text: string;
  /** So many characters are left out: the line is too long to look for secrets in it. */
  omitted?: number;
};

const mostLines = 200;
const longestShown = 1000;
/** Longer ones are not looked through: a secret in them could not be told from one that is cut in two. */
const longestRead = 20_000;

/** Keeps what is said, so much of it: a server may go on for ever. `end` is called when it does. */
export function listenerOf(end: () => void) {
  const lines: Line[] = [];
  const hear = ({ from, text }: Line) => {
    if (lines.length >= mostLines) return end();
    const isReadable = text.length <= longestRead;
    lines.push(isReadable ? { from, text } : { from, text: "", omitted: text.length });
  };
  return { lines, hear };
}

const removed = "•••";
/** SMTP (RFC 4954 §4), and IMAP behind its tag (RFC 9051 §6.2): a mechanism may be named, what follows it is secret. */
const signIn = /^(AUTH(\s+[\w-]+)?|\S+\s+(LOGIN|AUTHENTICATE(\s+[\w-]+)?))(?=\s|$)/i;
const encodedRun = /[A-Za-z0-9+/_=%-]{4,}/g;

/**
 * What a mail server and Latchkey said, without what could sign somebody in: everything that is sent while signing in,
 * and wherever else one of `secrets` stands, in clear, percent-encoded or inside base64. A server may repeat anything.
 */
export function withoutSecrets(lines: Line[], secrets: (string | null)[]): Line[] {
  const mask = maskOf(secrets);
  let signingIn = false;
  return lines.map(({ from, text, omitted }) => {
    const command = from === "client" ? signIn.exec(text)?.[0] : undefined;
    if (command) {
      signingIn = true;
      return { from, text: `${command} ${removed}` };
    }
    if (signingIn && from === "client") return { from, text: removed };
    // These ask for the next part, or say something else meanwhile; any other answer ends it.
    if (from === "server") signingIn &&= /^(334|\+|\*)/.test(text);
    return { from, text: mask(text), ...(omitted && { omitted }) };
  });
}

/** Takes secrets out of what was said on the wire, and cuts it. Not for sentences of ours: a secret may be a word of them. */
export function maskOf(secrets: (string | null)[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== null && secret !== "") as string[];
  return (text) => {
    let cleaned = text;
    for (const secret of known) {
      for (const form of plainForms(secret)) cleaned = cleaned.replaceAll(asFound(form, secret), removed);
    }
    cleaned = cleaned.replace(encodedRun, (run) => (known.some((secret) => hides(run, secret)) ? removed : run));
    return cleaned.slice(0, longestShown);
  };
}

/** Shorter ones stand in other words by chance, and are looked for as a whole: `p` must not make `•••ort` of a port. */
const shortestPart = 6;

const isShort = (secret: string): boolean => secret.length < shortestPart;

function asFound(form: string, secret: string): RegExp | string {
  if (!isShort(secret)) return form;
  const literal = form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu");
}

/** Longest first: a form inside another one must not break it. */
function plainForms(secret: string): string[] {
  // Half a character cannot be percent-encoded.
  const wellFormed = Buffer.from(secret).toString();
  const component = encodeURIComponent(wellFormed);
  const forms = [secret, component, encodeURI(wellFormed), component.replaceAll("%20", "+")];
  const lower = forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
  const query = new URLSearchParams({ "": secret }).toString().slice(1);
  const json = JSON.stringify(secret).slice(1, -1);
  return [...new Set([...forms, ...lower, query, json])].sort((a, b) => b.length - a.length);
}

function hides(run: string, secret: string): boolean {
  const letters = run.replaceAll("-", "+").replaceAll("_", "/").replaceAll(/[=%]/g, "");
  // As AUTH PLAIN and Basic write it: between zero bytes, or behind a colon.
  if (isShort(secret)) return Buffer.from(letters, "base64").toString().split(/[\0:]/).includes(secret);
  if (Buffer.from(letters, "base64").includes(secret)) return true;
  if (base64Cores(secret).some((core) => letters.includes(core))) return true;
  try {
    return decodeURIComponent(run).includes(secret);
  } catch {
    return false;
  }
}

/** Shorter ones stand in any text by chance. */
const shortestCore = 4;

/** The letters that a secret surely has in base64, for each of the three places in which it can begin there. */
function base64Cores(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2]
    .map((before) => {
      const letters = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
      return letters.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    })
    .filter((core) => core.length >= shortestCore);
}
