import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import ICAL from "ical.js";
import { type ParsedMail, simpleParser } from "mailparser";
import { mailboxDir } from "@/lib/delivery/transport";
import { type DescribedToken, describeToken } from "@/lib/jitsi/meeting-url";

/** The local mailbox: what would have left this machine, as files. Admins only: these mails hold personal links. */
export type MailSummary = { id: string; to: string; subject: string; at: Date };

export type CalendarEntry = { method: string; properties: { name: string; value: string }[] };

export type MailView = MailSummary & {
  from: string;
  messageId: string;
  text: string;
  html: string;
  calendar: CalendarEntry | null;
  /** What the token in the personal link says; null in a cancellation. */
  token: DescribedToken | null;
};

const name = /^[0-9a-f]{32}$/;
const pageSize = 50;

/** Newest first. `page` counts from 1. */
export async function listMailbox(
  dataDir: string,
  page: number,
): Promise<{ mails: MailSummary[]; total: number; pages: number }> {
  const dir = mailboxDir(dataDir);
  const files = (await namesIn(dir)).map((file) => file.replace(/\.eml$/, "")).filter((id) => name.test(id));
  const dated = await Promise.all(files.map(async (id) => ({ id, at: (await stat(fileOf(dir, id))).mtimeMs })));
  dated.sort((a, b) => b.at - a.at || a.id.localeCompare(b.id));
  const shown = dated.slice((page - 1) * pageSize, page * pageSize);
  const mails = await Promise.all(
    shown.map(async ({ id }) => summary(id, await simpleParser(await readFile(fileOf(dir, id))))),
  );
  return { mails, total: dated.length, pages: Math.max(1, Math.ceil(dated.length / pageSize)) };
}

export async function readMail(dataDir: string, id: string): Promise<MailView | null> {
  const raw = await rawMail(dataDir, id);
  if (!raw) return null;
  const mail = await simpleParser(raw);
  const calendarPart = mail.attachments.find(
    (part) => part.contentType === "text/calendar" || part.contentType === "application/ics",
  );
  const html = mail.html || "";
  const token = /[?&]jwt=([\w.-]+)/.exec(mail.text ?? "")?.[1];
  return {
    ...summary(id, mail),
    from: mail.from?.text ?? "",
    messageId: mail.messageId ?? "",
    text: mail.text ?? "",
    html,
    calendar: calendarPart ? readCalendar(calendarPart.content.toString("utf8")) : null,
    token: token ? describeToken(token) : null,
  };
}

/** The file itself, for download. An ID that is not one of ours is not looked up: it would be a path. */
export async function rawMail(dataDir: string, id: string): Promise<Buffer | null> {
  if (!name.test(id)) return null;
  try {
    return await readFile(fileOf(mailboxDir(dataDir), id));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

const fileOf = (dir: string, id: string) => path.join(dir, `${id}.eml`);

function summary(id: string, mail: ParsedMail): MailSummary {
  const to = [mail.to ?? []]
    .flat()
    .map((address) => address.text)
    .join(", ");
  return { id, to, subject: mail.subject ?? "", at: mail.date ?? new Date(0) };
}

/** Every property as it reads back, in the order of the file. */
function readCalendar(ics: string): CalendarEntry {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const event = calendar.getFirstSubcomponent("vevent");
  const properties = (event?.getAllProperties() ?? []).map((property) => ({
    name: property.name.toUpperCase(),
    value: property.getValues().map(String).join(", "),
  }));
  return { method: String(calendar.getFirstPropertyValue("method") ?? ""), properties };
}
