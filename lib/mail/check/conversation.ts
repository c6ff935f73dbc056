export type Line = {
  from: "server" | "client" | "note";
  text: string;
  /** So many characters are left out: the line is too long to look for secrets in it. */
  omitted?: number;
};

const maxLines = 200;
const maxShown = 1000;
/** A secret in a longer line could be cut in two. */
const maxRead = 20_000;

/** Keeps the first lines. Calls `end` for a server that goes on for ever. */
export function listenerOf(end: () => void) {
  const lines: Line[] = [];
  const hear = ({ from, text }: Line) => {
    if (lines.length >= maxLines) return end();
    const isReadable = text.length <= maxRead;
    lines.push(isReadable ? { from, text } : { from, text: "", omitted: text.length });
  };
  return { lines, hear };
}

const removed = "•••";
/** SMTP (RFC 4954 §4) and IMAP (RFC 9051 §6.2). What follows the mechanism is secret. */
const signIn = /^(AUTH(\s+[\w-]+)?|\S+\s+(LOGIN|AUTHENTICATE(\s+[\w-]+)?))(?=\s|$)/i;
const encodedRun = /[A-Za-z0-9+/_=%-]{4,}/g;

/** Hides what is sent while signing in, and each secret wherever it stands: a server may repeat anything. */
export function hideSecrets(lines: Line[], secrets: (string | null)[]): Line[] {
  const mask = maskOf(secrets);
  let signingIn = false;
  return lines.map(({ from, text, omitted }) => {
    const command = from === "client" ? signIn.exec(text)?.[0] : undefined;
    if (command) {
      signingIn = true;
      return { from, text: `${command} ${removed}` };
    }
    if (signingIn && from === "client") return { from, text: removed };
    // These ask for the next part. Any other response ends the sign-in.
    if (from === "server") signingIn &&= /^(334|\+|\*)/.test(text);
    return { from, text: mask(text), ...(omitted && { omitted }) };
  });
}

/** For text from the wire only: a sentence of ours may contain a secret. */
export function maskOf(secrets: (string | null)[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== null && secret !== "") as string[];
  return (text) => {
    let cleaned = text;
    for (const secret of known) {
      for (const form of plainForms(secret)) cleaned = cleaned.replaceAll(asFound(form, secret), removed);
    }
    cleaned = cleaned.replace(encodedRun, (run) => (known.some((secret) => hides(run, secret)) ? removed : run));
    return cleaned.slice(0, maxShown);
  };
}

/** A shorter secret stands in other words by chance (`p` in `port`), so only a whole word counts. */
const minPart = 6;

const isShort = (secret: string): boolean => secret.length < minPart;

function asFound(form: string, secret: string): RegExp | string {
  if (!isShort(secret)) return form;
  const literal = form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu");
}

/** Longest first: one form can contain another. */
function plainForms(secret: string): string[] {
  // encodeURIComponent throws on half a character.
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
  // AUTH PLAIN writes it between zero bytes, Basic behind a colon.
  if (isShort(secret)) return Buffer.from(letters, "base64").toString().split(/[\0:]/).includes(secret);
  if (Buffer.from(letters, "base64").includes(secret)) return true;
  if (base64Cores(secret).some((core) => letters.includes(core))) return true;
  try {
    return decodeURIComponent(run).includes(secret);
  } catch {
    return false;
  }
}

const minCore = 4;

/** In base64 at each of the three possible offsets. */
function base64Cores(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2]
    .map((before) => {
      const letters = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
      return letters.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    })
    .filter((core) => core.length >= minCore);
}
