import { format } from "node:util";
import nodemailer, { type SendMailOptions } from "nodemailer";
import type { Locale } from "@/lib/locale";
import { hideSecrets, type Line, listenerOf, maskOf } from "@/lib/mail/check/conversation";
import type { Finding } from "@/lib/mail/check/finding";
import { mailFault } from "@/lib/mail/check/mail-fault";
import { smtpOptions } from "@/lib/mail/delivery/transport";
import type { Sender } from "@/lib/mail/message/meeting-mail";
import type { DkimKey } from "@/lib/mail/settings/current";
import type { MailServer } from "@/lib/mail/settings/server";
import { wordsIn } from "@/lib/words/words-in";

export type TestResult = { ok: boolean; finding: Finding; conversation: Line[] };

type TestMail = {
  server: MailServer;
  dkim: DkimKey | null;
  sender: Sender;
  /** The envelope sender of real mails: some servers refuse others. */
  bounceTo: string;
  to: { name: string; address: string };
  replyTo: { name: string; address: string } | null;
  locale: Locale;
  publicUrl: string;
};

const respondWithinMs = 10_000;
const doneWithinMs = 30_000;

/** Sends one real mail through a server that may not be saved yet. Never throws. */
export async function sendTestMail({
  server,
  dkim,
  sender,
  bounceTo,
  to,
  replyTo,
  locale,
  publicUrl,
}: TestMail): Promise<TestResult> {
  const ending = new AbortController();
  const end = () => ending.abort(new DOMException("It took too long", "TimeoutError"));
  const tooLong = setTimeout(end, doneWithinMs);
  const { lines, hear } = listenerOf(end);
  const transport = nodemailer.createTransport({
    ...smtpOptions(server, dkim),
    connectionTimeout: respondWithinMs,
    greetingTimeout: respondWithinMs,
    socketTimeout: respondWithinMs,
    transactionLog: true,
    logger: smtpLogger(hear) as never,
  });
  const words = wordsIn(locale).testMail;
  const secrets = [server.password, dkim?.privateKey ?? null];
  const mask = maskOf(secrets);
  const result = (ok: boolean, finding: Finding): TestResult => ({
    ok,
    finding,
    conversation: hideSecrets(lines, secrets),
  });
  try {
    const { response } = await transport.sendMail({
      from: { name: sender.name, address: sender.address },
      replyTo: replyTo ?? undefined,
      to,
      envelope: { from: bounceTo, to: [to.address] },
      subject: words.subject,
      text: words.text(server.host, publicUrl),
      headers: { "Auto-Submitted": "auto-generated" },
      signal: ending.signal,
    } as SendMailOptions);
    return result(true, { code: "mail-accepted", to: to.address, said: mask(response) });
  } catch (error) {
    return result(false, mailFault(error, server, mask));
  } finally {
    clearTimeout(tooLong);
    transport.close();
  }
}

function smtpLogger(tell: (line: Line) => void) {
  const hear = (entry: { tnx?: string }, message: string, ...values: unknown[]) => {
    const text = format(message, ...values);
    if (entry.tnx === "server" || entry.tnx === "client") tell({ from: entry.tnx, text });
    else if (entry.tnx === "network" || (entry.tnx === "smtp" && /TLS|secure/i.test(text)))
      tell({ from: "note", text });
  };
  return { level() {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}
