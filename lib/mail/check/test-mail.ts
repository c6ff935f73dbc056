import { format } from "node:util";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { hideSecrets, type Line, listenerOf, maskOf } from "@/lib/mail/check/conversation";
import { mailProblem } from "@/lib/mail/check/problem";
import { smtpOptions } from "@/lib/mail/delivery/transport";
import type { Sender } from "@/lib/mail/message/invitation";
import type { DkimKey } from "@/lib/mail/settings/current";
import type { MailServer } from "@/lib/mail/settings/server";

export type TestResult = { ok: boolean; words: string; conversation: Line[] };

type TestMail = {
  server: MailServer;
  dkim: DkimKey | null;
  sender: Sender;
  /** The envelope sender of real mails: some servers refuse others. */
  bounceTo: string;
  to: { name: string; address: string };
  replyTo: { name: string; address: string } | null;
  publicUrl: string;
};

const answerWithinMs = 10_000;
const doneWithinMs = 30_000;

/** Sends one real mail through a server that may not be saved yet. Never throws. */
export async function sendTestMail({
  server,
  dkim,
  sender,
  bounceTo,
  to,
  replyTo,
  publicUrl,
}: TestMail): Promise<TestResult> {
  const ending = new AbortController();
  const end = () => ending.abort(new DOMException("It took too long", "TimeoutError"));
  const tooLong = setTimeout(end, doneWithinMs);
  const { lines, hear } = listenerOf(end);
  const transport = nodemailer.createTransport({
    ...smtpOptions(server, dkim),
    connectionTimeout: answerWithinMs,
    greetingTimeout: answerWithinMs,
    socketTimeout: answerWithinMs,
    transactionLog: true,
    logger: loggerFor(hear) as never,
  });
  const secrets = [server.password, dkim?.privateKey ?? null];
  const mask = maskOf(secrets);
  const result = (ok: boolean, words: string): TestResult => ({
    ok,
    words,
    conversation: hideSecrets(lines, secrets),
  });
  try {
    const { response } = await transport.sendMail({
      from: { name: sender.name, address: sender.address },
      replyTo: replyTo ?? undefined,
      to,
      envelope: { from: bounceTo, to: [to.address] },
      subject: "A test mail from Latchkey",
      text: `This mail came through ${server.host}, with the mail settings of Latchkey at ${publicUrl}.\n\nInvitations take the same way.\n`,
      headers: { "Auto-Submitted": "auto-generated" },
      signal: ending.signal,
    } as SendMailOptions);
    return result(true, `The server accepted the mail to ${to.address}: “${mask(response)}”.`);
  } catch (error) {
    return result(false, mailProblem(error, server, mask));
  } finally {
    clearTimeout(tooLong);
    transport.close();
  }
}

/** nodemailer tells its logger who said what (`tnx`). */
function loggerFor(tell: (line: Line) => void) {
  const hear = (entry: { tnx?: string }, message: string, ...values: unknown[]) => {
    const text = format(message, ...values);
    if (entry.tnx === "server" || entry.tnx === "client") tell({ from: entry.tnx, text });
    else if (entry.tnx === "network" || (entry.tnx === "smtp" && /TLS|secure/i.test(text)))
      tell({ from: "note", text });
  };
  return { level() {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}
