import type { FieldErrors } from "@/lib/input-error";
import type { Sender } from "@/lib/mail/message/meeting-mail";
import { type DkimKey, type MailSettings, noSender } from "@/lib/mail/settings/current";
import { type DkimPair, newDkimKey, readDkimKey } from "@/lib/mail/settings/dkim";
import type { TypedMail } from "@/lib/mail/settings/mail-form";
import type { MailChange } from "@/lib/mail/settings/save";
import type { MailServer } from "@/lib/mail/settings/server";
import type { TypedServer } from "@/lib/mail/settings/server-form";

export type SavedMail = {
  smtp: MailServer | null;
  imap: MailServer | null;
  dkim: { pair: DkimPair | null };
};

export type Applied = {
  change: MailChange;
  server: MailServer | null;
  sender: Sender;
  dkim: DkimKey | null;
  /** Also while signing is off. Null for a key that is not generated yet. */
  dkimPublic: { domain: string; selector: string; publicKey: string } | null;
  inbox: MailServer | null;
};

/**
 * Typed values override saved ones, and the environment overrides both. An empty secret means the saved one, for the same
 * server only: an admin could otherwise send a password to a server of their own.
 */
export async function applyTyped(
  typed: TypedMail,
  saved: SavedMail,
  { fromEnvironment, server, sender, inbox }: Pick<MailSettings, "fromEnvironment" | "server" | "sender" | "inbox">,
): Promise<{ ok: true; applied: Applied } | { ok: false; fieldErrors: FieldErrors }> {
  const errors: FieldErrors = {};
  const change: MailChange = { fields: { replyTo: typed.replyTo, mailsPerMinute: typed.mailsPerMinute }, secrets: {} };

  let smtp = server;
  if (!fromEnvironment.server) {
    smtp = withPassword(typed.smtp, saved.smtp, "smtpPassword", errors);
    Object.assign(change.fields, columns("smtp", typed.smtp));
    Object.assign(change.secrets, secretChange("smtpPassword", typed.smtp));
  }
  let from = { ...sender, replyTo: typed.replyTo };
  if (!fromEnvironment.sender) {
    const { fromAddress, fromName } = typed;
    if (smtp && fromAddress === "") errors.fromAddress = [{ code: "from-address-missing" }];
    from = fromAddress ? { ...from, name: fromName || noSender.name, address: fromAddress } : { ...from, ...noSender };
    Object.assign(change.fields, { fromName: fromName || null, fromAddress: fromAddress || null });
  }
  let mailbox = inbox;
  if (!fromEnvironment.inbox) {
    mailbox = withPassword(typed.imap, saved.imap, "imapPassword", errors);
    if (typed.imap && !typed.imap.user) errors.imapUser = [{ code: "mailbox-user-missing" }];
    Object.assign(change.fields, columns("imap", typed.imap));
    Object.assign(change.secrets, secretChange("imapPassword", typed.imap));
  }
  const signing = await applyDkim(typed, saved.dkim, change, errors);
  if (Object.keys(errors).length > 0) return { ok: false, fieldErrors: errors };
  return { ok: true, applied: { change, server: smtp, sender: from, ...signing, inbox: mailbox } };
}

const columns = (kind: "smtp" | "imap", server: TypedServer | null) => ({
  [`${kind}Host`]: server?.host ?? null,
  [`${kind}Port`]: server?.port ?? null,
  ...(server && { [`${kind}Security`]: server.security, [`${kind}Verify`]: server.verify }),
  [`${kind}User`]: server?.user ?? null,
});

function secretChange(name: "smtpPassword" | "imapPassword", server: TypedServer | null) {
  if (!server?.user) return { [name]: null };
  return server.password === "" ? {} : { [name]: server.password };
}

function withPassword(
  typed: TypedServer | null,
  saved: MailServer | null,
  field: "smtpPassword" | "imapPassword",
  errors: FieldErrors,
): MailServer | null {
  if (!typed) return null;
  if (!typed.user) return { ...typed, password: null };
  if (typed.password !== "") return typed;
  const password = saved?.password ?? null;
  if (password !== null && saved && isSameServer(typed, saved)) return { ...typed, password };
  errors[field] = [{ code: password === null ? "server-password-missing" : "server-password-again" }];
  return null;
}

/** With no less protection than when the password was entered. */
const isSameServer = (typed: TypedServer, saved: MailServer) =>
  typed.host === saved.host &&
  typed.port === saved.port &&
  typed.user === saved.user &&
  (typed.security !== "NONE" || saved.security === "NONE") &&
  (typed.verify || !saved.verify);

async function applyDkim(
  { intent, dkim }: TypedMail,
  saved: SavedMail["dkim"],
  change: MailChange,
  errors: FieldErrors,
): Promise<Pick<Applied, "dkim" | "dkimPublic">> {
  const { enabled, domain, selector, keySource, pastedKey } = dkim;
  Object.assign(change.fields, {
    dkimEnabled: enabled,
    dkimDomain: domain || null,
    dkimSelector: domain ? selector || null : null,
  });
  // A key that does not exist yet cannot be published.
  if (keySource === "generate" && intent !== "save") return { dkim: null, dkimPublic: null };
  let pair = saved.pair;
  if (keySource === "generate") pair = await newDkimKey();
  if (keySource === "paste") {
    const read = readDkimKey(pastedKey);
    pair = read.ok ? read.pair : null;
    if (!read.ok) errors.dkimSecretKey = [read.error];
  } else if (enabled && !pair) {
    errors.dkimKeySource = [{ code: "dkim-key-missing" }];
  }
  if (!pair) return { dkim: null, dkimPublic: null };
  if (keySource !== "keep") {
    change.fields.dkimPublicKey = pair.publicKey;
    change.secrets.dkimKey = pair.privateKey;
  }
  return {
    dkim: enabled ? { domain, selector, privateKey: pair.privateKey } : null,
    dkimPublic: domain && selector ? { domain, selector, publicKey: pair.publicKey } : null,
  };
}
