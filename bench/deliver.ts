import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type AddressObject, simpleParser } from "mailparser";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { atLeast, type Figure, inTurn, milliseconds } from "@/bench/measure";
import { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import { openTransport, type Transport } from "@/lib/mail/delivery/transport";
import { startWorker } from "@/lib/mail/delivery/worker";
import { serverOfUrl } from "@/lib/mail/settings/server";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { program } from "@/scripts/prepare/prepare.mjs";
import {
  answerLink,
  appSecret,
  inputFor,
  install,
  mailHost,
  meetingUrl,
  routeThrough,
} from "@/tests/support/installation";

const people = 500;
const rounds = 5;

/**
 * 500 invitations from the save to the last acceptance. Beside it, nodemailer alone composes and sends the same mails from
 * their text, HTML and calendar entry, over as many connections. Ratios are of throughput: 1 would mean that rows, links,
 * entries, the gate and recording cost nothing.
 */
export async function benchDeliver(db: Database, delayMs: number, target: number): Promise<Figure[]> {
  const smtp = await startSmtp(delayMs);
  const url = `smtp://127.0.0.1:${smtp.port}`;
  const { organiser, domain } = await install(db);
  const counter = counting(openTransport({ server: serverOfUrl(url), dataDir: "" }));
  await startWorker(db, {
    keys: new SigningKeys(appSecret),
    mail: routeThrough(counter.transport),
    answerLink,
    meetingUrl,
    now: () => new Date(),
  });
  const bare = nodemailer.createTransport({ url, pool: true, maxConnections: 5 });

  const ours = () =>
    milliseconds(async () => {
      const now = new Date();
      const all = counter.expect(people);
      await scheduleMeeting(db, {
        input: inputFor(domain.id, people - 1, now),
        organiser,
        submissionKey: newId(),
        mailHost,
        now,
      });
      await all;
    });
  const baseline = async () => {
    const mails = await Promise.all(counter.mails.map(partsOf));
    return milliseconds(() => Promise.all(mails.map((mail) => bare.sendMail(mail))));
  };
  await ours();
  await baseline();
  const { value, baseline: bareMs, ratio } = await inTurn(rounds, ours, baseline);

  await db.boss.stop({ graceful: true, timeout: 10_000 });
  counter.transport.close();
  bare.close();
  smtp.process.disconnect();
  const name = `500 invitations, server responds ${delayMs === 0 ? "at once" : `after ${delayMs} ms`} (${db.kind})`;
  const throughput = 1 / ratio;
  return [{ name, value, unit: "ms", baseline: bareMs, ratio: throughput, ...atLeast(target, throughput) }];
}

/** What a program that knows only nodemailer would hand over to send this mail. */
async function partsOf({ envelope, raw }: ComposedMail): Promise<SendMailOptions> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipTextLinks: true });
  const entry = mail.attachments.find(({ contentType }) => contentType === "text/calendar");
  if (!mail.text || !mail.html || !entry) throw new Error("An invitation has a text, HTML and a calendar entry");
  const addresses = (list: AddressObject | AddressObject[] | undefined) =>
    [list ?? []].flat().flatMap(({ value }) => value.map(({ name, address = "" }) => ({ name, address })));
  return {
    envelope,
    from: addresses(mail.from)[0],
    to: addresses(mail.to),
    replyTo: addresses(mail.replyTo),
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" },
    text: mail.text,
    html: mail.html,
    icalEvent: { method: "REQUEST", content: entry.content.toString("utf8") },
  };
}

async function startSmtp(delayMs: number): Promise<{ process: ChildProcess; port: number }> {
  const child = fork(program("bench-smtp-server"), [String(delayMs)]);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { process: child, port };
}

/** Keeps the mails of the last round and tells when so many were accepted. */
function counting(inner: Transport) {
  const state = { mails: [] as ComposedMail[], left: 0, done: () => {} };
  const transport: Transport = {
    async send(mail) {
      const outcome = await inner.send(mail);
      state.mails.push(mail);
      if (--state.left === 0) state.done();
      return outcome;
    },
    close: () => inner.close(),
  };
  const expect = (count: number) => {
    state.mails = [];
    state.left = count;
    return new Promise<void>((resolve) => {
      state.done = resolve;
    });
  };
  return {
    transport,
    expect,
    get mails() {
      return state.mails;
    },
  };
}
